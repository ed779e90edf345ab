import type { UseFormReturn } from 'react-hook-form';
import { draftRole } from '@/qbusiness/draft';
import { planRole, type RolePlan } from '@/qbusiness/plan';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import type { RoleDraft } from '@/qbusiness/request';

/** The draft and plan of the form, computed once for each of its states. */
export interface RoleStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getDraft: () => RoleDraft;
  /** @throws whatever `planRole` throws; the form is not affected. */
  readonly getPlan: () => RolePlan;
  /** The draft of the prerendered page. */
  readonly getFirstDraft: () => RoleDraft;
  readonly getFirstPlan: () => RolePlan;
  /** Reads the form at this moment, not as it was last rendered: for exports. */
  readonly readNow: () => RoleDraft;
  /** Whether a copy or download was refused: then fields with missing values show an error. */
  readonly isExportRefused: () => boolean;
  readonly noteRefusal: () => void;
  readonly forgetRefusal: () => void;
  /** Follows the form until the returned function is called. */
  readonly connect: () => () => void;
}

export function roleStore(
  form: Pick<UseFormReturn<RoleFormValues>, 'getValues' | 'subscribe'>,
): RoleStore {
  const listeners = new Set<() => void>();
  const first = draftRole(form.getValues());
  const firstValues = JSON.stringify(form.getValues());
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
    getDraft: () => draft,
    getPlan: () => planRole(draft.template),
    getFirstDraft: () => first,
    getFirstPlan: () => planRole(first.template),
    readNow: () => draftRole(form.getValues()),
    isExportRefused: () => isExportRefused,
    noteRefusal: () => setRefused(true),
    forgetRefusal: () => setRefused(false),
    connect: () => {
      // Effects of children run first and may have changed the form. If they have not, the prerendered draft
      // is kept: a new one with the same values would render all results again.
      const values = form.getValues();
      if (draft !== first || JSON.stringify(values) !== firstValues) read(values);
      return form.subscribe({
        formState: { values: true },
        callback: ({ values }) => read(values),
      });
    },
  };
}
