import { useEffect, useState, type ReactNode } from 'react';
import { takeEarlyInput } from '@/browser/earlyInput';
import { textPath, useRoleForm } from '@/features/builder/roleForm';
import { changedPaths } from '@/features/drafts/formHistory';
import { formKeeper } from '@/features/drafts/formKeeper';
import { LinkGate } from '@/features/share/LinkGate';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { showToast } from '@/ui/toast';
import { FormDeskContext, type FormDesk } from './formDesk';

/** Restores the form, keeps it, and opens links into it. */
export function FormDeskProvider({ children }: { children: ReactNode }) {
  const { getValues, setValue, replaceValues, drafts } = useRoleForm();
  const [isDue, setIsDue] = useState(false);
  const [hasBegun, setHasBegun] = useState(false);
  const [desk] = useState((): FormDesk => {
    const keeper = formKeeper({
      get: getValues,
      replace: replaceValues,
      subscribe: drafts.subscribe,
    });
    return {
      keeper,
      begin: () => setIsDue(true),
      fill: (values, message) => {
        const before = keeper.getState().values;
        keeper.replace(values);
        showToast({ message, action: { label: 'Undo', onAct: () => keeper.replace(before) } });
      },
    };
  });
  const { keeper, fill } = desk;

  useEffect(() => {
    if (!isDue) return;
    return keeper.start(({ form, losses }) => {
      setHasBegun(true);
      for (const [name, value] of takeEarlyInput()) {
        setValue(textPath(name), value, { shouldDirty: true });
      }
      const left = losses === 0 ? '' : `${losses} stored values could not be read and are left out`;
      if (form === 'restored' && left !== '') showToast({ message: left });
      if (form !== 'copied') return;
      const copied = 'Continues with a copy of what you last worked on';
      showToast({
        message: [copied, left].filter((words) => words !== '').join('; '),
        action: { label: 'Start empty', onAct: () => keeper.replace(emptyFormValues) },
      });
    });
  }, [isDue, keeper, setValue]);

  const currentValues = () => keeper.getState().values;
  return (
    <FormDeskContext value={desk}>
      {children}
      {hasBegun && (
        <LinkGate
          getValues={currentValues}
          isEmpty={() => changedPaths(emptyFormValues, currentValues()).length === 0}
          onOpen={fill}
        />
      )}
    </FormDeskContext>
  );
}
