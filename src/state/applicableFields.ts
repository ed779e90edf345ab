import { callerOf } from '@/qbusiness/callers';
import { applies, callerFieldApplies } from '@/qbusiness/form/appliesTo';
import type { FormField } from '@/qbusiness/form/formField';
import { formFields } from '@/qbusiness/form/formFields';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import type { FieldPath } from '@/qbusiness/form/textField';

/** A field that applies, to which the page can go. */
export interface FieldPlace {
  readonly path: FieldPath;
  readonly label: string;
}

/** The fields that apply to the values; of lists and tables, each entry. */
export function applicableFields(values: RoleFormValues): readonly FieldPlace[] {
  const fields: readonly FormField[] = formFields;
  return fields
    .filter((field) => applies(field, values))
    .flatMap((field) => placesOf(field, values));
}

function placesOf(field: FormField, values: RoleFormValues): readonly FieldPlace[] {
  const { name, label } = field;
  switch (field.kind) {
    case 'text':
    case 'decision':
    case 'choice':
    case 'switch':
      return [{ path: name, label }];
    case 'list':
      return entriesOf(values, name).map((_, index) => ({
        path: `${name}.${index}.value`,
        label: `${field.entry.label} ${index + 1}`,
      }));
    case 'tags':
      return values.tags.flatMap((_, index) => [
        { path: `tags.${index}.key`, label: `Key ${index + 1}` },
        { path: `tags.${index}.value`, label: `Value ${index + 1}` },
      ]);
    case 'callerValues':
      return placesOfCaller(values);
  }
}

const entriesOf = (values: RoleFormValues, name: string): readonly unknown[] => {
  const value: unknown = Object.entries(values).find(([key]) => key === name)?.[1];
  return Array.isArray(value) ? value : [];
};

function placesOfCaller({ caller, callers }: RoleFormValues): readonly FieldPlace[] {
  if (caller === '') return [];
  return callerOf(caller)
    .fields.filter((field) => callerFieldApplies(field, callers[caller]))
    .map(({ name, label }) => ({ path: `callers.${caller}.${name}`, label }));
}
