import { callerOf } from '../callers';
import type { CallerField } from '../callers/caller';
import { formFieldOf, formFields, type FieldName } from './formFields';
import { emptyFormValues, type RoleFormValues } from './formValues';
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

/** The names of the fields that apply and hold something else than an empty form. */
export function changedFields(values: RoleFormValues): readonly FieldName[] {
  return formFields
    .filter((field: FormField) => applies(field, values))
    .map(({ name }) => name)
    .filter((name) => isChanged(name, values));
}

function isChanged(name: FieldName, values: RoleFormValues): boolean {
  if (name !== 'callers') {
    const value = values[name];
    return Array.isArray(value) ? value.length > 0 : value !== emptyFormValues[name];
  }
  if (values.caller === '') return false;
  const typed: Readonly<Record<string, string>> = values.callers[values.caller];
  const empty: Readonly<Record<string, string>> = emptyFormValues.callers[values.caller];
  return callerOf(values.caller).fields.some(
    (field) => callerFieldApplies(field, typed) && typed[field.name] !== empty[field.name],
  );
}
