import fc from 'fast-check';
import { callers } from '../callers';
import type { FormField } from './formField';
import { formFields } from './formFields';
import { emptyFormValues, type RoleFormValues } from './formValues';

/** Form values of every shape whose texts come from `text`: for property tests. */
export const arbitraryFormValues = (text: fc.Arbitrary<string>): fc.Arbitrary<RoleFormValues> =>
  fc
    .record(
      Object.fromEntries(
        formFields.map((field: FormField) => [field.name, arbitraryValue(field, text)]),
      ),
    )
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field has its generator
    .map((values) => values as RoleFormValues);

function arbitraryValue(field: FormField, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
      return text;
    case 'choice':
      return fc.constantFrom(...field.choices.map(({ value }) => value));
    case 'decision':
      return fc.constantFrom('', ...field.choices.map(({ value }) => value));
    case 'switch':
      return fc.boolean();
    case 'list':
      return fc.array(fc.record({ value: text }), { maxLength: 3 });
    case 'tags':
      return fc.array(fc.record({ key: text, value: text }), { maxLength: 3 });
    case 'callerValues':
      return arbitraryCallers(text);
  }
}

function arbitraryCallers(text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const typed = callers.map(({ kind, fields }) =>
    fc
      .record(
        Object.fromEntries(
          fields.map((field) => [
            field.name,
            field.kind === 'choice'
              ? fc.constantFrom(...field.choices.map(({ value }) => value))
              : text,
          ]),
        ),
      )
      .map((values) => [kind, values] as const),
  );
  return fc
    .tuple(...typed)
    .map((all) => ({ ...emptyFormValues.callers, ...Object.fromEntries(all) }));
}
