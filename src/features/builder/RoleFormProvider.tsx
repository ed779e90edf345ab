import { useEffect, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { draftStore } from './draftStore';
import { RoleFormContext, type RoleForm } from './roleForm';

/** Holds the values of the form, whichever view is shown. */
export function RoleFormProvider({ children }: { children: ReactNode }) {
  const { control, register, getValues, setValue, reset, subscribe } = useForm<RoleFormValues>({
    defaultValues: emptyFormValues,
  });
  const [form] = useState((): RoleForm => {
    const drafts = draftStore({ getValues, subscribe });
    return {
      control,
      register,
      getValues,
      setValue,
      drafts,
      replaceValues: (values) => {
        reset(values, { keepDefaultValues: true });
        drafts.forgetRefusal();
      },
    };
  });
  useEffect(() => form.drafts.connect(), [form]);
  return <RoleFormContext value={form}>{children}</RoleFormContext>;
}
