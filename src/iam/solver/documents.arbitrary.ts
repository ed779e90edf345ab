/** Small documents, drawn at random from a seed, and every request that they can tell apart. */

import type { Dice } from '../seededRandom.testing';

export const actions = ['qbusiness:Chat', 'qbusiness:ChatSync', 'sqs:SendMessage', 'sqs:SetMany'];
const actionPatterns = [
  ...actions,
  '*',
  'qbusiness:*',
  'QBusiness:chat*',
  'sqs:Se*',
  'sqs:?e*Message',
  's*:SendMessage',
];

export const resources = [
  'arn:aws:sqs:us-east-1:111122223333:ann',
  'arn:aws:sqs:eu-west-1:444455556666:ann/x',
  'arn:aws:s3:::ann/x',
  'arn:aws:s3:::ben',
  '*',
];
const resourcePatterns = [
  ...resources,
  'arn:aws:sqs:*:*:*',
  'arn:aws:sqs',
  'arn:aws:s3:::*',
  'arn:*:*:*:111122223333:*',
  'arn:aws:s*:*:*:ann*',
  'arn:aws:s3:::?nn/x',
];
const variablePatterns = [
  ...resourcePatterns.slice(0, 7),
  'arn:aws:s3:::${aws:username}*',
  "arn:aws:sqs:*:*:${aws:username, 'ann'}/x",
];

interface KeyKind {
  readonly key: string;
  readonly operators: readonly string[];
  readonly values: readonly string[];
  /** The values that a request may have for the key; a list for a multivalued key, undefined for none. */
  readonly held: readonly (string | readonly string[] | undefined)[];
}

const texts = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
];

const keyKinds: readonly KeyKind[] = [
  {
    key: 'aws:username',
    operators: texts,
    values: ['ann', 'ben', 'a*', '*n*', 'ANN'],
    held: [undefined, 'ann', 'ben', 'Ann', 'xyz'],
  },
  {
    key: 'aws:PrincipalTag/team',
    operators: texts,
    values: ['red', 'r?d', '*', '${aws:username}', 'blue*'],
    held: [undefined, 'red', 'blue', 'rod', 'ann', 'ben', 'Ann', 'xyz', 'green'],
  },
  {
    key: 'aws:TagKeys',
    operators: texts.flatMap((name) => [`ForAllValues:${name}`, `ForAnyValue:${name}`]),
    values: ['a', 'b', 'a*'],
    held: [
      undefined,
      [],
      [''],
      ['a'],
      ['b'],
      ['ab'],
      ['c'],
      ['a', 'b'],
      ['a', 'c'],
      ['ab', 'b'],
      ['b', 'c'],
      ['a', 'ab', 'b'],
      ['a', 'b', 'c'],
      ['A'],
      ['A', 'a'],
      ['A', 'b'],
      ['A', 'c'],
      ['a', 'b', 'c', 'ab', 'A'],
    ],
  },
  {
    key: 'aws:MultiFactorAuthAge',
    operators: [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    values: ['5', '10', '10.5'],
    held: [undefined, '4', '5', '7', '10', '10.2', '10.5', '11'],
  },
  {
    key: 'aws:CurrentTime',
    operators: [
      'DateLessThan',
      'DateGreaterThan',
      'DateEquals',
      'DateNotEquals',
      'DateGreaterThanEquals',
    ],
    values: ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'],
    held: [
      undefined,
      '2025-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
      '2026-03-01T00:00:00Z',
      '2026-06-01T00:00:00Z',
      '2027-01-01T00:00:00Z',
    ],
  },
  {
    key: 'aws:SourceIp',
    operators: ['IpAddress', 'NotIpAddress'],
    values: ['10.0.0.0/8', '10.1.0.0/16', '192.0.2.1', '2001:db8::/32'],
    held: [
      undefined,
      '10.2.0.1',
      '10.1.0.1',
      '192.0.2.1',
      '192.0.2.2',
      '2001:db8::1',
      '2001:db9::1',
    ],
  },
  {
    key: 'aws:SecureTransport',
    operators: ['Bool'],
    values: ['true', 'false'],
    held: [undefined, 'true', 'false'],
  },
  {
    key: 'aws:SourceArn',
    operators: ['ArnLike', 'ArnNotLike', 'ArnEquals', 'StringLike', 'StringEquals'],
    values: [
      'arn:aws:sqs:us-east-1:111122223333:ann',
      'arn:aws:sqs:*:111122223333:*',
      'arn:aws:*:*:*:ann',
    ],
    held: [
      undefined,
      'arn:aws:sqs:us-east-1:111122223333:ann',
      'arn:aws:sqs:us-east-1:111122223333:ben',
      'arn:aws:sqs:eu-west-1:111122223333:ben',
      'arn:aws:sqs:us-east-1:444455556666:ann',
      'arn:aws:sqs:us-east-1:444455556666:ben',
      'arn:aws:s3:::ann',
      'arn:aws:s3:::x:y:ann',
      'arn:aws:s3:::x:111122223333:y',
      'arn:aws:sqs:us-east-1:444455556666:x:111122223333:ann',
      'arn:aws:sqs:us-east-1:444455556666:x:y:ann',
      'arn:aws:s3:::ben',
    ],
  },
];

export type Keys = Readonly<Record<string, string | readonly string[]>>;
type Json = Record<string, unknown>;

function conditionBlock(dice: Dice, kinds: readonly KeyKind[]): Json {
  const block: Record<string, Record<string, unknown>> = {};
  for (let i = dice.pick([0, 0, 1, 1, 1, 2]); i > 0; i -= 1) {
    const kind = dice.pick(kinds);
    const isNull = dice.chance(0.12);
    const ifExists = !isNull && dice.chance(0.2) ? 'IfExists' : '';
    const operator = isNull ? 'Null' : `${dice.pick(kind.operators)}${ifExists}`;
    block[operator] = {
      ...block[operator],
      [kind.key]: isNull ? dice.pick(['true', 'false']) : dice.some(kind.values, 2),
    };
  }
  return Object.keys(block).length > 0 ? { Condition: block } : {};
}

/** One key or two, with few values each, so that every combination can be tried. */
export function drawKeys(dice: Dice): readonly KeyKind[] {
  const some = new Set([dice.pick(keyKinds), ...(dice.chance(0.4) ? [dice.pick(keyKinds)] : [])]);
  return [...some].map((kind) => ({
    ...kind,
    held: [...new Set([undefined, ...dice.some(kind.held, 6)])],
  }));
}

/** Three entries of a list, drawn at random. */
export function drawThree<T>(dice: Dice, from: readonly T[]): readonly T[] {
  return [...new Set([dice.pick(from), dice.pick(from), dice.pick(from)])];
}

/**
 * One key, compared as a text: what an SMT solver can be asked about, too.
 *
 * @public for the check with an SMT solver
 */
export const plainKeys: readonly KeyKind[] = [
  {
    key: 'aws:PrincipalTag/team',
    operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'],
    values: ['red', 'r?d', '*', 'blue*', '*e*'],
    held: [undefined],
  },
];

/** `isPlain`: without variables and without patterns that IAM would not save. */
export function drawDocument(dice: Dice, kinds: readonly KeyKind[], isPlain = false): Json {
  const ofActions = isPlain
    ? actionPatterns.filter((text) => !text.startsWith('s*'))
    : actionPatterns;
  const statements = Array.from({ length: dice.pick([1, 1, 2, 2, 3, 4]) }, (): Json => ({
    Effect: dice.chance(0.7) ? 'Allow' : 'Deny',
    [dice.chance(0.88) ? 'Action' : 'NotAction']: dice.some(ofActions),
    [dice.chance(0.88) ? 'Resource' : 'NotResource']: dice.some(
      dice.chance(0.1) ? variablePatterns : resourcePatterns,
    ),
    ...conditionBlock(dice, kinds),
  }));
  return { Version: '2012-10-17', Statement: statements };
}

/** Every combination of the keys' values and of `aws:username`, which some resources use as a variable. */
export function contextsOf(kinds: readonly KeyKind[]): readonly Keys[] {
  const isNamed = kinds.some(({ key }) => key === 'aws:username');
  const start: readonly Keys[] = isNamed ? [{}] : [{}, { 'aws:username': 'ann' }];
  return kinds.reduce<readonly Keys[]>(
    (all, { key, held }) =>
      all.flatMap((keys) =>
        held.map((value) => (value === undefined ? keys : { ...keys, [key]: value })),
      ),
    start,
  );
}
