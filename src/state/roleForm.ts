import { createContext, use, useSyncExternalStore } from 'react';
import type { FieldPathByValue, UseFormReturn } from 'react-hook-form';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { RolePlan } from '@/qbusiness/plan';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import type { RoleDraft } from '@/qbusiness/request';
import type { Autosave } from './autosave';
import type { RoleStore } from './roleStore';
import type { Undo } from './undo';

/** The form of the page. Its methods keep their identity, so that reading them renders nothing again. */
export interface RoleForm extends Pick<
  UseFormReturn<RoleFormValues>,
  'control' | 'register' | 'getValues' | 'setValue'
> {
  readonly store: RoleStore;
  readonly undo: Undo;
  readonly autosave: Autosave;
  /**
   * The one way to put whole values into the form: says so, and offers to undo it. `undoBeside` takes
   * back what was opened together with them.
   */
  readonly fill: (values: RoleFormValues, message: string, undoBeside?: () => void) => void;
  /**
   * Restores what was there, once. The fields must be on the page and alive: they would put what the
   * prerendered page holds in place of what came before them.
   */
  readonly begin: () => void;
}

/** Where a text stands in the form's values. */
export type TextPath = FieldPathByValue<RoleFormValues, string>;

/** Paths of issues and of callers' fields come from data, where a compiler cannot follow them. */
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
 * A part of what the form comes to; renders again when that part is another value. `select` returns
 * a primitive, or an object that the draft itself holds.
 */
export function useDraft<Part>(select: (draft: RoleDraft) => Part): Part {
  const { store } = useRoleForm();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getDraft()),
    () => select(store.getFirstDraft()),
  );
}

/** The plan of the form, its placeholders in place. */
export function usePlan(): RolePlan {
  const { store } = useRoleForm();
  return useSyncExternalStore(store.subscribe, store.getPlan, store.getFirstPlan);
}

/**
 * A part of the plan; renders again when that part is another value. `select` returns a primitive,
 * and is the same function at every render, or a cheap one.
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
