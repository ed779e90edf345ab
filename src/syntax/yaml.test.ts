import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, type ScalarTag } from 'yaml';
import { runs } from '../../scripts/deep.mjs';
import * as yaml from './yaml';

const trapped =
  'yes no on off y n Yes NO true false null ~ = << 012345678901 0x1F 0o17 1e3 1_000 1:30 .inf .NaN 2012-10-17 !Ref &a *a - ? | > % @ ` # a: #b :a a: --- ...';

const texts = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(...'a:"\\\'#-!&*{}[],|>%@` \n\r\t\u0085\u2028\ufeff'.split('')),
    }),
    fc.constantFrom('', ' ', '__proto__', ...trapped.split(' ')),
  )
  .filter((text) => !/\p{Surrogate}/u.test(text));

const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    texts,
    fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(texts, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('printed YAML', () => {
  test.each(['1.1', '1.2'] as const)('is ASCII and reads back in YAML %s', (version) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = yaml.printYaml(yaml.literal(value));
        expect(text).toMatch(/^[\n -~]+\n$/);
        expect(parse(text, { version, merge: false, uniqueKeys: true })).toEqual(value);
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });

  test.each(trapped.split(' '))('the text %s stays a text', (text) => {
    const printed = yaml.printYaml(yaml.literal({ [text]: text }));
    expect(parse(printed, { version: '1.1' })).toEqual({ [text]: text });
    expect(printed).toContain(JSON.stringify(text));
  });

  test('has tags, comments and bare keys', () => {
    const template = yaml.map([
      ['AWSTemplateFormatVersion', '2010-09-09'],
      [
        'Resources',
        yaml.map([
          [
            'Role',
            yaml.map([
              ['Name', yaml.tag('!Ref', 'RoleName')],
              ['Tags', []],
            ]),
            'The role.\nOne.',
          ],
          [
            'Arn',
            yaml.tag('!Sub', [
              'arn:${AWS::Partition}:x',
              yaml.map([['x', yaml.tag('!GetAtt', 'A.B')]]),
            ]),
          ],
          [
            'Fn::If',
            yaml.map([
              ['aws:SourceAccount', 1],
              ['yes', true],
              ['012', null],
            ]),
          ],
        ]),
      ],
      ['Empty', yaml.map([])],
    ]);
    expect(yaml.printYaml(template, { header: 'First.\n\nSecond.' })).toBe(`# First.

# Second.

AWSTemplateFormatVersion: "2010-09-09"
Resources:
  # The role.
  # One.
  Role:
    Name: !Ref "RoleName"
    Tags: []
  Arn: !Sub
    - "arn:\${AWS::Partition}:x"
    - x: !GetAtt "A.B"
  Fn::If:
    aws:SourceAccount: 1
    "yes": true
    "012": null
Empty: {}
`);
  });

  test('any text can stand under a tag', () => {
    const sub: ScalarTag = { tag: '!Sub', resolve: (text) => ({ sub: text }) };
    fc.assert(
      fc.property(texts, (text) => {
        const printed = yaml.printYaml([yaml.tag('!Sub', text)]);
        expect(parse(printed, { customTags: [sub] })).toEqual([{ sub: text }]);
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });

  test('a long text is not folded', () => {
    const text = 'word '.repeat(100);
    const printed = yaml.printYaml(yaml.literal({ text }));
    expect(printed.split('\n')).toHaveLength(2);
    expect(parseDocument(printed).errors).toEqual([]);
  });

  test('refuses what it has no form for', () => {
    expect(() => yaml.quoteYaml('\udc00')).toThrow(RangeError);
    expect(() => yaml.literal([undefined])).toThrow(TypeError);
    expect(() => yaml.literal(Number.POSITIVE_INFINITY)).toThrow(TypeError);
  });
});
