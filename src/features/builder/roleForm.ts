import { createContext, use, useSyncExternalStore } from 'react';
import type { FieldPathByValue, UseFormReturn } from 'react-hook-form';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import type { RoleDraft } from '@/qbusiness/request';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { DraftStore } from './draftStore';

/** The form's own door: its methods keep their identity, so that reading them renders nothing again. */
export interface RoleForm extends Pick<
  UseFormReturn<RoleFormValues>,
  'control' | 'register' | 'getValues' | 'setValue'
> {
  readonly drafts: DraftStore;
  /** Puts whole values in place of what is there; every field counts as untouched. */
  readonly replaceValues: (values: RoleFormValues) => void;
}

/** Where a text stands in the form's values. */
export type TextPath = FieldPathByValue<RoleFormValues, string>;

/** Paths of issues and of callers' fields come from data, where a compiler cannot follow them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const textPath = (path: FieldPath): TextPath => path as TextPath;

export const RoleFormContext = createContext<RoleForm | undefined>(undefined);

/** @throws Error outside of a `RoleFormProvider`. */
export function useRoleForm(): RoleForm {
  const form = use(RoleFormContext);
  if (form === undefined) throw new Error('useRoleForm needs a RoleFormProvider around it');
  return form;
}

/**
 * A part of the current draft; renders again when that part is another value. `select` returns a
 * primitive, or an object that the draft itself holds.
 */
export function useDraft<Part>(select: (draft: RoleDraft) => Part): Part {
  const { drafts } = useRoleForm();
  return useSyncExternalStore(
    drafts.subscribe,
    () => select(drafts.get()),
    () => select(drafts.getFirst()),
  );
}

export function useIsExportRefused(): boolean {
  const { drafts } = useRoleForm();
  return useSyncExternalStore(drafts.subscribe, drafts.isExportRefused, () => false);
}
