import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../scripts/deep.mjs';
import { callers } from '../callers';
import type { FormField } from './formField';
import { formFields } from './formFields';
import { cleanFreeText, cleanIdentifier, cleanLine, cleanPastedText } from './pastedText';
import type { TextField } from './textField';

const cleaners = { cleanFreeText, cleanIdentifier, cleanLine, cleanPastedText };

describe.each(Object.entries(cleaners))('%s', (_name, clean) => {
  test('does nothing to what is clean', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(...'a" \'`,;\n\r\t\u00A0\u200B\u202E\u2028-/\uD800é\u0301'.split('')),
      }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const cleaned = clean(raw).text;
        expect(clean(cleaned)).toEqual({ text: cleaned, removed: [] });
      }),
      { numRuns: runs(2_000, 20_000) },
    );
  });

  test('leaves nothing that cannot be seen, and says so', () => {
    for (const hidden of '\u0000\u001B\u007F\u0085\u00AD\u061C\u200B\u200E\u202E\u2066\uFEFF\uFE0F\u{E0041}') {
      expect(clean(`4444${hidden}5555`)).toEqual({
        text: '44445555',
        removed: ['invisible characters'],
      });
    }
  });
});

test.each([
  [cleanPastedText, ' "Chat Role", \n', 'Chat Role', ['line breaks', 'quotation marks']],
  [cleanPastedText, 'a\u2028b', 'a b', ['line breaks']],
  [cleanIdentifier, '1111 2222\t3333', '111122223333', ['spaces']],
  [
    cleanIdentifier,
    'arn:aws:iam::\n111122223333:role/x',
    'arn:aws:iam::111122223333:role/x',
    ['line breaks'],
  ],
  [cleanLine, ' say "hi"\r\nto all ', 'say "hi" to all', ['line breaks', 'spaces']],
  [cleanFreeText, 'a\nb ', 'a\nb', ['spaces']],
  [cleanFreeText, 'e\u0301', '\u00E9', []],
] as const)('%o: %j becomes %j', (clean, raw, text, removed) => {
  expect(clean(raw)).toEqual({ text, removed });
});

test('a field of one line holds one line, as its control shows it', () => {
  const ofSeveralLines = ['description'];
  const fields = formFields.flatMap((field: FormField): readonly TextField[] => {
    if (field.kind === 'text') return ofSeveralLines.includes(field.name) ? [] : [field];
    if (field.kind === 'list') return [field.entry];
    return field.kind === 'tags' ? [field.key, field.value] : [];
  });
  const ofCallers = callers.flatMap((caller) =>
    caller.fields.flatMap((field) => (field.kind === 'text' ? [field] : [])),
  );
  for (const raw of ['a\nb', 'a\r\nb', 'a\u2028b', 'a\u2029\u0085b', '"a\nb"']) {
    const broken = [...fields, ...ofCallers].filter(({ clean }) =>
      /[\n\r\u0085\u2028\u2029]/.test(clean(raw).text),
    );
    expect(broken.map(({ label }) => label)).toEqual([]);
  }
});
