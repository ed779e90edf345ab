import type { Tag } from '../../iam/role';
import { emptyCallers, type CallersFormValues } from '../callers';
import type { FormField } from './formField';
import { formFields, type DeclaredField } from './formFields';

/** One typed entry of a list. An object, because react-hook-form's field arrays hold objects. */
export interface TypedEntry {
  readonly value: string;
}

/** What the form holds for a field of one kind, as typed. */
type TypedValue<F extends FormField> = F extends { kind: 'text' }
  ? string
  : F extends { kind: 'switch' }
    ? boolean
    : F extends { kind: 'list' }
      ? readonly TypedEntry[]
      : F extends { kind: 'tags' }
        ? readonly Tag[]
        : F extends { kind: 'choice' }
          ? F['choices'][number]['value']
          : F extends { kind: 'decision' }
            ? F['choices'][number]['value'] | ''
            : CallersFormValues;

/**
 * Every field of every mode, as typed: the only state of the form. Switching mode or caller hides
 * fields and loses none.
 */
export type RoleFormValues = {
  readonly [F in DeclaredField as F['name']]: TypedValue<F>;
};

/** An empty form. Share links leave out values that equal these. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the names that the list gives it
export const emptyFormValues = Object.fromEntries(
  formFields.map((field) => [field.name, emptyValue(field)]),
) as RoleFormValues;

function emptyValue(field: FormField): unknown {
  switch (field.kind) {
    case 'text':
    case 'decision':
      return '';
    case 'choice':
      return field.choices[0].value;
    case 'switch':
      return false;
    case 'list':
    case 'tags':
      return [];
    case 'callerValues':
      return emptyCallers;
  }
}
