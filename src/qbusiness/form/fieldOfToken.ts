import { callerOf } from '../callers';
import { applies, callerFieldApplies } from './appliesTo';
import type { FormField } from './formField';
import { formFields } from './formFields';
import type { RoleFormValues } from './formValues';
import type { FieldPath } from './textField';

interface PlacedField {
  readonly path: FieldPath;
  readonly label: string;
}

/** The field whose value a placeholder in the documents stands for. */
export function fieldOfToken(values: RoleFormValues, token: string): PlacedField | undefined {
  const fields: readonly FormField[] = formFields;
  for (const field of fields) {
    const found = applies(field, values) ? placeIn(field, values, token) : undefined;
    if (found) return found;
  }
  return undefined;
}

function placeIn(field: FormField, values: RoleFormValues, token: string): PlacedField | undefined {
  switch (field.kind) {
    case 'text':
    case 'decision':
      return field.token === token ? { path: field.name, label: field.label } : undefined;
    case 'list':
      return field.entry.token === token
        ? { path: `${field.name}.0.value`, label: field.entry.label }
        : undefined;
    case 'callerValues':
      return placeInCaller(values, token);
    case 'choice':
    case 'switch':
    case 'tags':
      return undefined;
  }
}

function placeInCaller({ caller, callers }: RoleFormValues, token: string) {
  if (caller === '') return undefined;
  const found = callerOf(caller).fields.find(
    (field) =>
      field.kind === 'text' && field.token === token && callerFieldApplies(field, callers[caller]),
  );
  return found && { path: `callers.${caller}.${found.name}`, label: found.label };
}
