import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import { printJson } from './json';
import type { JsonIssueCode } from './jsonIssue';
import type { JsonPath } from './jsonRanges';
import { parseJson, parseJsonDocuments } from './parseJson';
import { applyEdits } from './textEdit';

/** The text with every repair, or nothing if it cannot be made JSON. */
function repairJson(text: string) {
  const { value, edits } = parseJson(text);
  return value === undefined ? undefined : { text: applyEdits(text, edits), edits };
}

const valueAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[String(step)], value);

const jsonValues = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', '', '0')),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

const jsonTexts = fc.oneof(
  jsonValues.map((value) => JSON.stringify(value)),
  jsonValues.map((value) => JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n')),
  jsonValues.map(printJson),
  fc.constantFrom(
    '1e400',
    '-0',
    '0.1e-7',
    '123456789012345678901234567890',
    '"\\ud800"',
    '"\\/"',
    ' [ ] ',
    '{"__proto__":{"a":1}}',
    '{"a":1e5}',
    '"\u2028"',
    '[1,2.5,-3E+2]',
    '"\u007f\ufeff"',
  ),
);

const pieces = fc.constantFrom(
  ...'{}[],:"\'\\/#=;()-+.0123456789eE \t\n\r`*@$%ab'.split(''),
  '“',
  '”',
  '‘',
  '’',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\u0000',
  '\ud800',
  '😀',
  '{{',
  '}}',
  '{{a}}',
  '//',
  '/*',
  '*/',
  'true',
  'null',
  'True',
  '"a"',
  '"a":',
  '\\"',
  '\\u00',
  '\r\n',
  '"Action": "*",',
);

/** JSON with some characters put in, taken out or replaced. */
const damaged = fc
  .tuple(jsonTexts, fc.array(fc.tuple(fc.nat(), fc.nat(2), pieces), { maxLength: 4 }))
  .map(([text, changes]) =>
    changes.reduce((changed, [place, length, piece]) => {
      const at = place % (changed.length + 1);
      return changed.slice(0, at) + piece + changed.slice(at + length);
    }, text),
  );

const arbitraryTexts = fc.oneof(
  fc.string({ unit: pieces, maxLength: 40 }),
  fc.string({ unit: pieces, maxLength: 40 }).map((text) => `[${text}`),
  fc.string({ unit: pieces, maxLength: 40 }).map((text) => `{"a":${text}`),
  fc.string({ unit: 'binary', maxLength: 40 }),
  damaged,
  damaged,
);

const codes = (text: string): JsonIssueCode[] => parseJson(text).issues.map(({ code }) => code);

describe('JSON', () => {
  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        const { value, issues, ranges } = parseJson(text);
        expect(issues).toEqual([]);
        expect(value).toEqual(JSON.parse(text));
        for (const [path, range] of ranges.entries()) {
          expect(JSON.parse(text.slice(range.value.start, range.value.end))).toEqual(
            valueAt(value, path),
          );
          const key = range.key && text.slice(range.key.start, range.key.end);
          const name = path.at(-1);
          expect(key && JSON.parse(key)).toBe(typeof name === 'string' ? name : undefined);
        }
      }),
      { numRuns: runs(300, 20_000) },
    );
  });

  test('with a key twice keeps the last value and says so', () => {
    const { value, issues, ranges } = parseJson('{"a":1,"b":2,"a":3}');
    expect(value).toEqual({ a: 3, b: 2 });
    expect(issues).toMatchObject([{ code: 'duplicate-key', start: 13, end: 16 }]);
    expect(issues[0]).not.toHaveProperty('repair');
    expect(ranges.get('/a')).toMatchObject({ key: { start: 13 }, value: { start: 17 } });
  });
});

describe('any text', () => {
  test('never throws, and its repair is JSON with the same value', () => {
    let repaired = 0;
    fc.assert(
      fc.property(arbitraryTexts, (text) => {
        const { value, issues, start, end } = parseJson(text);
        expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        for (const issue of issues) {
          expect(issue.start >= 0 && issue.start <= issue.end).toBe(true);
        }
        const repair = repairJson(text);
        expect(repair === undefined).toBe(value === undefined);
        if (repair === undefined) return;
        expect(JSON.parse(repair.text)).toEqual(value);
        expect(repair.edits.length === 0).toBe(repair.text === text);
        repaired += 1;
      }),
      { numRuns: runs(1_000, 100_000) },
    );
    expect(repaired).toBeGreaterThan(runs(500, 50_000));
  });

  test('is taken apart into documents that lie one after the other', () => {
    fc.assert(
      fc.property(arbitraryTexts, (text) => {
        let last = 0;
        for (const { start, end } of parseJsonDocuments(text)) {
          expect(start >= last && end > start && end <= text.length).toBe(true);
          last = end;
        }
      }),
      { numRuns: runs(300, 20_000) },
    );
  });

  test('that JSON.parse accepts has nothing to repair, and only that', () => {
    fc.assert(
      fc.property(arbitraryTexts, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(parseJson(text).issues.every(({ code }) => code === 'duplicate-key')).toBe(isJson);
      }),
      { numRuns: runs(300, 20_000) },
    );
  });

  const length = runs(300_000, 1_000_000);
  test.each([
    '[',
    '{',
    '{"a":',
    ']',
    '}',
    ',',
    '"',
    '\\',
    '\\"\n',
    '“',
    "'",
    '\'"',
    '/*',
    '/',
    '//',
    '#\n',
    '{{',
    '{{a}}',
    'a',
    'a ',
    ':',
    '=',
    ';,',
    '\u00a0',
    '\u00a0a',
    '0',
    '[]',
    '{}',
    '[{',
    '{[',
    '"\n',
    '"\\',
    '-',
    '"a":',
    '“\n\'\n"\n',
  ])('of nothing but %j come to an end', (piece) => {
    const text = piece.repeat(length / piece.length);
    for (const read of [parseJson, parseJsonDocuments, repairJson]) {
      for (const start of ['', '[', '{"a":']) {
        expect(() => read(start + text)).not.toThrow();
      }
    }
  });

  test('with a long key above many values is read in proportion to its length', () => {
    const { issues } = parseJson(`{"${'k'.repeat(500_000)}": [${'0,'.repeat(250_000)}0]}`);
    expect(issues).toEqual([]);
  });
});

describe('a pasted document', () => {
  const repairs: readonly (readonly [string, string, unknown, readonly JsonIssueCode[]])[] = [
    ['two commas', '{"a":1,,"b":2}', { a: 1, b: 2 }, ['extra-comma']],
    ['a comma at the end', '{"a":[1,],}', { a: [1] }, ['trailing-comma', 'trailing-comma']],
    ['a comma at the start', '[,1]', [1], ['extra-comma']],
    [
      'a missing comma',
      '{"a":1\n"b":[1 2]}',
      { a: 1, b: [1, 2] },
      ['missing-comma', 'missing-comma'],
    ],
    ['single quotes', `{'a':'it\\'s "x"'}`, { a: `it's "x"` }, ['single-quote', 'single-quote']],
    ['curly quotes', '{“a”: “b”}', { a: 'b' }, ['smart-quote', 'smart-quote']],
    ['a byte order mark', '\ufeff{"a":1}', { a: 1 }, ['byte-order-mark']],
    ['no-break spaces', '{\u00a0\u00a0"a":1}\u00a0', { a: 1 }, ['unusual-space', 'unusual-space']],
    ['a zero-width space', '{"a":\u200b1}', { a: 1 }, ['unusual-space']],
    ['comments', '// x\n{"a":1, /* y */ "b":2} ', { a: 1, b: 2 }, ['comment', 'comment']],
    ['bare keys', '{Effect: "Allow"}', { Effect: 'Allow' }, ['unquoted-key']],
    ['bare values', '{"Action": sts:AssumeRole}', { Action: 'sts:AssumeRole' }, ['unquoted-value']],
    ['a bare placeholder', '{"a": {{account_id}}}', { a: '{{account_id}}' }, ['unquoted-value']],
    ['an account ID with a zero in front', '[012345678901]', ['012345678901'], ['unquoted-value']],
    [
      'a bare ARN with placeholders',
      '["x", arn:aws:qbusiness:{{region}}:{{account_id}}:application/a]',
      ['x', 'arn:aws:qbusiness:{{region}}:{{account_id}}:application/a'],
      ['unquoted-value'],
    ],
    ['text after it', '{"a":1}.jsonNote', { a: 1 }, ['trailing-text']],
    ['a Markdown fence', '```json\n{"a":1}\n```', { a: 1 }, ['leading-text', 'trailing-text']],
    ['quotes of a shell', `'{"a":1}'`, { a: 1 }, ['leading-text', 'trailing-text']],
    ['text before it', 'Trust policy: {"a":1}', { a: 1 }, ['leading-text']],
    ['unclosed brackets', '{"a":[{"b":1', { a: [{ b: 1 }] }, Array(3).fill('unclosed-bracket')],
    ['a bracket too few inside', '{"a":[1,2}', { a: [1, 2] }, ['unclosed-bracket']],
    ['a bracket too many', '{"a":1]}', { a: 1 }, ['unexpected-bracket']],
    ['a missing closing quote', '{"a":"x,\n"b":1}', { a: 'x', b: 1 }, ['unclosed-string']],
    ['a text cut in two lines', '{"a":"x\ny"}', { a: 'x\ny' }, ['line-break-in-string']],
    ['a tab in a text', '["a\tb"]', ['a\tb'], ['control-character']],
    ['an unknown escape', String.raw`["a\d"]`, [String.raw`a\d`], ['bad-escape']],
    ["Python's literals", '[True, None]', [true, null], ['wrong-literal', 'wrong-literal']],
    ['equals signs', '{"a" = 1, "b" => 2}', { a: 1, b: 2 }, Array(2).fill('unexpected-character')],
    ['a missing colon', '{"a" 1}', { a: 1 }, ['missing-colon']],
    ['a missing value', '{"a":,"b"}', { a: null, b: null }, ['missing-value', 'missing-value']],
    ['semicolons', '{"a":1;}', { a: 1 }, ['unexpected-character']],
    ['Windows line ends', '{\r\n"a":1,\r\n}\r\n', { a: 1 }, ['trailing-comma']],
    ['a second document', '{"a":1}\n{"b":2}', { a: 1 }, ['trailing-text']],
    [
      'a second document, itself open',
      '{"a":1\n{"b":2}',
      { a: 1 },
      ['unclosed-bracket', 'trailing-text'],
    ],
  ];

  test.each(repairs)('with %s is repaired', (_, text, value, expected) => {
    expect(parseJson(text).value).toEqual(value);
    expect(codes(text)).toEqual(expected);
    expect(JSON.parse(repairJson(text)?.text ?? '')).toEqual(value);
  });

  test.each(['', '   ', 'hello', '\ufeff', 'arn:aws:iam::111122223333:role/x', ')'])(
    'cannot be found in %j',
    (text) => {
      expect(parseJson(text).value).toBeUndefined();
      expect(codes(text)).toContain('empty');
      expect(repairJson(text)).toBeUndefined();
    },
  );

  test('keeps everything that needed no repair', () => {
    expect(repairJson("{\n  a: [1,\n    2,, 3],  // why\n  'b': “c”\n}\n")?.text).toBe(
      '{\n  "a": [1,\n    2, 3],  \n  "b": "c"\n}\n',
    );
  });

  test('has issues that point at their place', () => {
    const text = '{"a": 1,, "b": [}';
    expect(parseJson(text).issues).toMatchObject([
      { code: 'extra-comma', start: 8, end: 9, repair: { start: 8, end: 9, text: '' } },
      { code: 'unclosed-bracket', start: 15, end: 16, repair: { start: 16, end: 16, text: ']' } },
    ]);
  });
});

test('several documents in one paste are read one by one', () => {
  const text = `Trust policy:\n{"a": 1,}\nPermissions:\n[2]\n{"b": {"c": 3}}\n{"d": `;
  const documents = parseJsonDocuments(text);
  expect(documents.map(({ value }) => value)).toEqual([
    { a: 1 },
    [2],
    { b: { c: 3 } },
    { d: null },
  ]);
  expect(documents.slice(0, 3).map(({ start, end }) => text.slice(start, end))).toEqual([
    '{"a": 1,}',
    '[2]',
    '{"b": {"c": 3}}',
  ]);
});
