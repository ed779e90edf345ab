import { useEffect, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { takeEarlyInput } from '@/browser/earlyInput';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { autosave } from '@/state/autosave';
import { listPages } from '@/state/listPages';
import { RoleFormContext, textPath, type RoleForm } from '@/state/roleForm';
import { roleStore } from '@/state/roleStore';
import { undoStore } from '@/state/undo';
import { showToast } from '@/ui/toast';

/** Provides the form, and saves and restores it, for every view of the page. */
export function FormProvider({ children }: { children: ReactNode }) {
  const { control, register, getValues, setValue, reset, subscribe } = useForm<RoleFormValues>({
    defaultValues: emptyFormValues,
  });
  const [isDue, setIsDue] = useState(false);
  const [form] = useState((): RoleForm => {
    const store = roleStore({ getValues, subscribe });
    const undo = undoStore({
      get: getValues,
      set: (values) => {
        reset(values, { keepDefaultValues: true });
        store.forgetRefusal();
      },
      subscribe: store.subscribe,
    });
    return {
      control,
      register,
      getValues,
      setValue,
      store,
      undo,
      autosave: autosave(undo),
      pages: listPages(),
      fill: (values, message, undoBeside) => {
        const before = undo.getState().values;
        undo.replace(values);
        const onAct = () => {
          undo.replace(before);
          undoBeside?.();
        };
        showToast({ message, action: { label: 'Undo', onAct } });
      },
      begin: () => setIsDue(true),
    };
  });

  useEffect(() => form.store.connect(), [form]);
  useEffect(() => {
    if (!isDue) return undefined;
    const stops = [
      form.undo.connect(),
      form.autosave.start(({ form: restored, losses }) => {
        for (const [name, value] of takeEarlyInput()) {
          // The control tells what kind of value its field holds.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          form.setValue(textPath(name), value as string, { shouldDirty: true });
        }
        const left =
          losses === 0 ? '' : `${losses} stored values could not be read and are left out`;
        if (restored === 'restored' && left !== '') showToast({ message: left });
        if (restored !== 'copied') return;
        showToast({
          message: ['Restored your last form', left].filter((words) => words !== '').join('; '),
          action: { label: 'Start empty', onAct: () => form.undo.replace(emptyFormValues) },
        });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [isDue, form]);
  return <RoleFormContext value={form}>{children}</RoleFormContext>;
}
