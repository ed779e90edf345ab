import { createContext, use, useSyncExternalStore } from 'react';
import type { FieldPathByValue, UseFormReturn } from 'react-hook-form';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { RolePlan } from '@/qbusiness/plan';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import type { RoleDraft } from '@/qbusiness/request';
import type { Autosave } from './autosave';
import type { ListPages } from './listPages';
import type { RoleStore } from './roleStore';
import type { Undo } from './undo';

/** The form of the page. Its methods are stable, so that using them causes no renders. */
export interface RoleForm extends Pick<
  UseFormReturn<RoleFormValues>,
  'control' | 'register' | 'getValues' | 'setValue'
> {
  readonly store: RoleStore;
  readonly undo: Undo;
  readonly autosave: Autosave;
  readonly pages: ListPages;
  /**
   * Replaces all values of the form, the only way to do so: shows the message with an Undo button.
   * `undoBeside` is called on undo, to revert what was opened together with the values.
   */
  readonly fill: (values: RoleFormValues, message: string, undoBeside?: () => void) => void;
  /**
   * Restores the stored form, once. Call it after hydration of the fields, which would otherwise overwrite
   * the restored values with those of the prerendered page.
   */
  readonly begin: () => void;
}

/** The path of a text in the form's values. */
export type TextPath = FieldPathByValue<RoleFormValues, string>;

/** Casts a path that comes from data, such as that of an issue, which the compiler cannot check. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const textPath = (path: FieldPath): TextPath => path as TextPath;

export const RoleFormContext = createContext<RoleForm | undefined>(undefined);

/** @throws Error outside of a provider. */
export function useRoleForm(): RoleForm {
  const form = use(RoleFormContext);
  if (form === undefined) throw new Error('useRoleForm needs a FormProvider around it');
  return form;
}

/**
 * A part of the draft; renders again only if that part changes. `select` returns a primitive, or an
 * object of the draft.
 */
export function useDraft<Part>(select: (draft: RoleDraft) => Part): Part {
  const { store } = useRoleForm();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getDraft()),
    () => select(store.getFirstDraft()),
  );
}

/** The plan of the form, with placeholders for missing values. */
export function usePlan(): RolePlan {
  const { store } = useRoleForm();
  return useSyncExternalStore(store.subscribe, store.getPlan, store.getFirstPlan);
}

/**
 * A part of the plan; renders again only if that part changes. `select` returns a primitive; it should
 * be a stable function or a cheap one.
 */
export function usePlanPart<Part extends string | number | boolean | undefined>(
  select: (plan: RolePlan) => Part,
): Part {
  const { store } = useRoleForm();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getPlan()),
    () => select(store.getFirstPlan()),
  );
}

export function useIsExportRefused(): boolean {
  const { store } = useRoleForm();
  return useSyncExternalStore(store.subscribe, store.isExportRefused, () => false);
}
