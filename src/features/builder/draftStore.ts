import type { UseFormReturn } from 'react-hook-form';
import { draftRole } from '@/qbusiness/draft';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import type { RoleDraft } from '@/qbusiness/request';

/** What the form comes to at each moment; read once per change, whoever looks at it. */
export interface DraftStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => RoleDraft;
  /** As the page was prerendered. */
  readonly getFirst: () => RoleDraft;
  /** Whether a copy or download was refused since the form was cleared: missing values then say so. */
  readonly isExportRefused: () => boolean;
  readonly noteRefusal: () => void;
  readonly forgetRefusal: () => void;
  /** Follows the form until the returned function is called. */
  readonly connect: () => () => void;
}

export function draftStore(
  form: Pick<UseFormReturn<RoleFormValues>, 'getValues' | 'subscribe'>,
): DraftStore {
  const listeners = new Set<() => void>();
  const first = draftRole(form.getValues());
  let draft = first;
  let isExportRefused = false;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const read = (values: RoleFormValues) => {
    draft = draftRole(values);
    tell();
  };
  const setRefused = (value: boolean) => {
    if (isExportRefused === value) return;
    isExportRefused = value;
    tell();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => draft,
    getFirst: () => first,
    isExportRefused: () => isExportRefused,
    noteRefusal: () => setRefused(true),
    forgetRefusal: () => setRefused(false),
    connect: () => {
      // Effects of children run first and may have filled in the form already.
      read(form.getValues());
      return form.subscribe({
        formState: { values: true },
        callback: ({ values }) => read(values),
      });
    },
  };
}
