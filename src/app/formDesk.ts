import { createContext, use } from 'react';
import type { FormKeeper } from '@/features/drafts/formKeeper';
import type { RoleFormValues } from '@/qbusiness/form/formValues';

/** What keeps the form, and the one way to put whole values into it. */
export interface FormDesk {
  readonly keeper: FormKeeper;
  /** Replaces the form, says so, and offers to undo it. */
  readonly fill: (values: RoleFormValues, message: string) => void;
  /**
   * Restores what was there, once. The fields must be on the page and alive: they would put what the
   * prerendered page holds in place of what came before them.
   */
  readonly begin: () => void;
}

export const FormDeskContext = createContext<FormDesk | undefined>(undefined);

/** @throws Error outside of a `FormDeskProvider`. */
export function useFormDesk(): FormDesk {
  const desk = use(FormDeskContext);
  if (desk === undefined) throw new Error('useFormDesk needs a FormDeskProvider around it');
  return desk;
}
