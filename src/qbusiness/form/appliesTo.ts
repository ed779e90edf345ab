import type { CallerField } from '../callers/caller';
import { formFieldOf } from './formFields';
import type { RoleFormValues } from './formValues';
import type { FormField } from './formField';
import type { Need } from './needs';

/** Whether the field's value counts in this form; a field that does not apply is not read. */
export const applies = ({ needs }: Pick<FormField, 'needs'>, values: RoleFormValues): boolean =>
  needs?.every((need) => isMet(need, values)) ?? true;

/** Whether a caller's own field applies, given the caller's other values. */
export const callerFieldApplies = (
  { needs }: Pick<CallerField, 'needs'>,
  typed: Readonly<Record<string, string>>,
): boolean =>
  needs?.every((need) =>
    'is' in need ? typed[need.field] === need.is : typed[need.field] !== need.isNot,
  ) ?? true;

/** Whether another field applies and has the value that is needed. */
function isMet(need: Need, values: RoleFormValues): boolean {
  const field = formFieldOf(need.field);
  const record: Readonly<Record<string, unknown>> = values;
  const value = field && applies(field, values) ? record[need.field] : undefined;
  return 'is' in need ? value === need.is : value !== need.isNot;
}
