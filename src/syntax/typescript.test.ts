import * as fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, test, vi } from 'vitest';
import * as ts from './typescript';

vi.setConfig({ testTimeout: 120_000 });

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: fc.constantFrom(...'a\'"\\$`{\n\r\t\u2028\u2029/*'.split('')) }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 90 }),
  fc.constantFrom('', '__proto__', 'constructor', '0123', '</script>', '${x}', "it's", '"'),
);

const names = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,11}$/).map((name) => `${name}Name`);

const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(texts, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** Lists of numbers, which Prettier fills, are left out: no program for the CDK needs long ones. */
const { expression } = fc.letrec<{ expression: ts.Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    texts,
    fc.nat(9),
    fc.boolean(),
    names.map(ts.raw),
    names.map((name) => ts.raw(`iam.${name}`)),
    fc.array(tie('expression'), { maxLength: 4 }),
    fc
      .uniqueArray(
        fc.tuple(fc.oneof(names, texts), tie('expression'), fc.constantFrom(undefined, 'Why.')),
        { maxLength: 4, selector: ([key]) => key },
      )
      .map((entries) =>
        ts.object(
          entries.map(([key, value, comment]) =>
            comment === undefined ? [key, value] : [key, value, comment],
          ),
        ),
      ),
    fc
      .tuple(names, fc.array(tie('expression'), { maxLength: 4 }))
      .map(([name, args]) => ts.construct(`iam.${name}`, ...args)),
  ),
}));

/** JavaScript's own reading of the source. */
const evaluate = (source: string): unknown =>
  // oxlint-disable-next-line typescript/no-implied-eval
  (new Function(`'use strict'; return ${source};`) as () => unknown)();

describe('a string literal', () => {
  test('reads back as the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const literal = ts.quoteTypeScript(text);
        expect(literal).toMatch(/^[ -~]+$/);
        expect(evaluate(literal)).toBe(text);
      }),
      { numRuns: 20_000 },
    );
  });

  test('has the quotes that need fewer escapes', () => {
    expect(ts.quoteTypeScript("it's")).toBe(`"it's"`);
    expect(ts.quoteTypeScript(`'"`)).toBe(String.raw`'\'"'`);
  });
});

describe('a statement', () => {
  test('holds a JSON value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const statement = ts.printStatement(ts.literal(value), { name: 'x' });
        expect(evaluate(`(() => { ${statement}\nreturn x; })()`)).toEqual(value);
      }),
      { numRuns: 10_000 },
    );
  });

  test('is what Prettier makes of it', async () => {
    const constructed = fc
      .tuple(names, fc.array(expression, { maxLength: 4 }))
      .map(([name, args]) => ts.construct(`iam.${name}`, ...args));
    const statements = [
      ...fc
        .sample(expression, 1_500)
        .map((value, index) =>
          ts.printStatement(value, { indent: '  ', name: `constant${index}` }),
        ),
      ...fc.sample(constructed, 1_500).map((value) => ts.printStatement(value, { indent: '  ' })),
    ];
    const source = `{\n${statements.join('\n')}\n}\n`;
    const formatted = await format(source, { parser: 'typescript', singleQuote: true });
    expect(source.split('\n')).toEqual(formatted.split('\n'));
  });

  test.each([
    ['an empty list after a long key', ts.literal({ ['k'.repeat(76)]: [] }), ':\n    [],'],
    [
      'numbers as the last of several arguments',
      ts.construct(`iam.${'N'.repeat(60)}`, ts.literal('first'), ts.literal([0])),
      "(\n  'first',\n  [0],\n)",
    ],
  ])('puts %s where Prettier does', (_, value, printed) => {
    expect(ts.printStatement(value, { name: 'x' })).toContain(printed);
  });

  test('constructs with properties on lines of their own', () => {
    const role = ts.construct(
      'iam.Role',
      ts.raw('this'),
      'Role',
      ts.object([
        ['roleName', ts.raw('props.roleName')],
        ['path', '/', 'Where roles live.'],
        ['aws:x', ['a', 'b']],
      ]),
    );
    expect(ts.printStatement(role, { indent: '    ', name: 'role' })).toBe(
      `    const role = new iam.Role(this, 'Role', {
      roleName: props.roleName,
      // Where roles live.
      path: '/',
      'aws:x': ['a', 'b'],
    });`,
    );
  });

  test('refuses what it has no literal for', () => {
    expect(() => ts.literal({ a: undefined })).toThrow(TypeError);
    expect(() => ts.literal(Number.NaN)).toThrow(TypeError);
  });
});
