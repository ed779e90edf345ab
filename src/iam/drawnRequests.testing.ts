import type { RequestPrincipal } from './principal';
import type { Dice } from './seededRandom.testing';

export type Keys = Record<string, string | string[]>;
export type Statement = Record<string, unknown>;

export const account = '111122223333';
export const role = `arn:aws:iam::${account}:role/service/Caller`;
export const trusted = `arn:aws:iam::${account}:role/Trusted`;

export const actions = [
  'qbusiness:Chat',
  'qbusiness:ChatSync',
  'qbusiness:PutFeedback',
  'sqs:SendMessage',
  'dynamodb:GetItem',
];
const actionPatterns = [
  ...actions,
  'QBusiness:chatsync',
  'qbusiness:*',
  'qbusiness:Chat*',
  'qbusiness:*Sync',
  'qbusiness:Cha?',
  'sqs:*Message',
  'sqs:?end*',
  '*',
];
export const resources = [
  `arn:aws:qbusiness:us-east-1:${account}:application/a1`,
  `arn:aws:qbusiness:us-west-2:${account}:application/a1/web-experience/w1`,
  `arn:aws:qbusiness:us-east-1:444455556666:application/a2`,
  `arn:aws:sqs:us-east-1:${account}:orders-ann`,
  `arn:aws:dynamodb:us-east-1:${account}:table/none/index/x`,
  `arn:aws:dynamodb:us-east-1:${account}:table/ann/index/x`,
];
const resourcePatterns = [
  ...resources,
  '*',
  `arn:aws:qbusiness:*:${account}:application/*`,
  `arn:aws:qbusiness:us-east-?:*:application/a?`,
  `arn:aws:qbusiness:us-west-2:${account}:application/*/web-experience/*`,
  `arn:aws:sqs:us-east-1:${account}:*`,
  'arn:aws:dynamodb:us-east-1:*:table/${aws:username}/*',
  `arn:aws:qbusiness:*:${account}:application/a\${*}*`,
  "arn:aws:dynamodb:us-east-1:*:table/${aws:PrincipalTag/team, 'none'}/*",
  'arn:*:*:*:*:*',
];
/** Not in NotResource: see the named differences. */
const resourceOnlyPatterns = [
  'arn:aws:dynamodb:us-east-1:*:table/${aws:FederatedProvider}*',
  'arn:aws:sqs:*',
  'arn:aws:qbusiness:us-*',
];

const texts = ['ann', 'Ann', 'ben', 'a*', 'a?n', '*', 'blue', '${aws:username}', "${x:y, 'ann'}"];
const teams = ['ann', 'Ann', 'ben', 'a*', 'annette', 'blue'];
const arns = [
  `arn:aws:qbusiness:us-east-1:${account}:application/a1`,
  `arn:aws:qbusiness:us-east-1:${account}:application/a2`,
  `arn:aws:qbusiness:*:${account}:application/*`,
  `arn:aws:s3:::bucket`,
  'arn:aws:s3:::*',
  'arn:aws:sns:us-east-1:1?1122223333:topic:sub',
];
const numbers = ['0', '5', '5.0', '5.5', '-3', '3600', '100000000000000'];
const dates = [
  '2026-01-01T00:00:00Z',
  '2026-01-01T01:00:00+01:00',
  '2025-12-31',
  '2026-06-15T12:30:00.250Z',
];
const times = ['1700000000', '1800000000', '1900000000'];
const ranges = [
  '203.0.113.0/24',
  '203.0.113.128/25',
  '10.0.0.0/8',
  '198.51.100.7/32',
  '2001:db8::/32',
  '2001:db8:1::/48',
];
const addresses = [
  '203.0.113.5',
  '203.0.113.200',
  '10.1.2.3',
  '198.51.100.7',
  '2001:db8::1',
  '2001:db8:1:0:0:0:0:5',
  '2001:db9::1',
];
const blobs = ['QmluYXJ5', 'AA==', 'AQID'];
const booleans = ['true', 'false', 'True'];

interface Family {
  readonly operators: readonly string[];
  readonly key: string;
  readonly policyValues: readonly string[];
  readonly requestValues: readonly string[];
}

const families: readonly Family[] = [
  {
    operators: [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
    ],
    key: 'aws:PrincipalTag/team',
    policyValues: texts,
    requestValues: teams,
  },
  {
    operators: ['StringLike', 'StringNotLike'],
    key: 'aws:PrincipalTag/team',
    policyValues: [...texts, 'a${*}', 'a*', 'a?n', '*'],
    requestValues: teams,
  },
  {
    operators: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    key: 'aws:SourceArn',
    policyValues: arns,
    requestValues: [
      ...arns.filter((arn) => !/[*?]/.test(arn)),
      'arn:aws:sns:us-east-1:111122223333:topic:sub',
    ],
  },
  {
    operators: [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    key: 'aws:MultiFactorAuthAge',
    policyValues: numbers,
    requestValues: numbers,
  },
  ...[
    { key: 'aws:CurrentTime', values: dates },
    { key: 'aws:EpochTime', values: times },
  ].map(({ key, values }) => ({
    operators: [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
    ],
    key,
    policyValues: values,
    requestValues: values,
  })),
  {
    operators: ['Bool'],
    key: 'aws:SecureTransport',
    policyValues: booleans,
    requestValues: booleans,
  },
  {
    operators: ['IpAddress', 'NotIpAddress'],
    key: 'aws:SourceIp',
    policyValues: ranges,
    requestValues: addresses,
  },
  { operators: ['BinaryEquals'], key: 'app:Blob', policyValues: blobs, requestValues: blobs },
];

/** A multivalued key of each family has this prefix. */
const multivalued = (key: string) => `many:${key.replace(/\W/g, '')}`;

function spell(dice: Dice, name: string): string {
  return dice.chance(0.1) ? name.toUpperCase() : name;
}

function condition(
  dice: Dice,
): readonly [operator: string, key: string, values: string | string[]] {
  const family = dice.pick(families);
  if (dice.chance(0.1)) {
    const key = dice.chance(0.5) ? family.key : multivalued(family.key);
    return ['Null', spell(dice, key), dice.pick(['true', 'false'])];
  }
  const operator = dice.pick(family.operators);
  const setOperator = dice.chance(0.35) ? dice.pick(['ForAllValues:', 'ForAnyValue:']) : '';
  const ifExists = setOperator !== 'ForAnyValue:' && dice.chance(0.25) ? 'IfExists' : '';
  const key = setOperator === '' || dice.chance(0.2) ? family.key : multivalued(family.key);
  const values = dice.some(family.policyValues);
  return [
    `${setOperator}${operator}${ifExists}`,
    spell(dice, key),
    values.length === 1 && dice.chance(0.5) ? (values[0] ?? '') : values,
  ];
}

function conditions(dice: Dice): Statement {
  if (dice.chance(0.25)) return {};
  const block: Record<string, Record<string, unknown>> = {};
  for (let i = dice.pick([1, 1, 1, 2, 3]); i > 0; i -= 1) {
    const [operator, key, values] = condition(dice);
    block[operator] = { ...block[operator], [key]: values };
  }
  return { Condition: block };
}

export function requestKeys(dice: Dice): Keys {
  const keys: Keys = { 'aws:username': 'ann' };
  for (const { key, requestValues } of families) {
    if (dice.chance(0.75)) keys[key] = dice.pick(requestValues);
    if (dice.chance(0.75)) keys[multivalued(key)] = dice.some(requestValues);
  }
  return keys;
}

export function identityPolicy(dice: Dice): Statement {
  const statements = Array.from({ length: dice.pick([1, 1, 2, 3, 4]) }, (): Statement => {
    const action = dice.chance(0.9) ? 'Action' : 'NotAction';
    const resource = dice.chance(0.9) ? 'Resource' : 'NotResource';
    const patterns =
      resource === 'Resource' ? [...resourcePatterns, ...resourceOnlyPatterns] : resourcePatterns;
    return {
      Effect: dice.chance(0.75) ? 'Allow' : 'Deny',
      [action]: dice.some(actionPatterns),
      [resource]: dice.some(patterns),
      ...conditions(dice),
    };
  });
  return { Version: '2012-10-17', Statement: statements };
}

export const principals: readonly RequestPrincipal[] = [
  { kind: 'service', service: 'application.qbusiness.amazonaws.com' },
  { kind: 'service', service: 'lambda.amazonaws.com' },
  { kind: 'role', arn: role },
  { kind: 'role', arn: 'arn:aws:iam::444455556666:role/Other' },
  { kind: 'assumedRole', arn: `arn:aws:sts::${account}:assumed-role/Worker/session` },
  { kind: 'user', arn: `arn:aws:iam::${account}:user/ann` },
];
const principalElements: readonly (readonly [kind: string, value: string])[] = [
  ['Service', 'application.qbusiness.amazonaws.com'],
  ['Service', 'lambda.amazonaws.com'],
  ['AWS', role],
  ['AWS', `arn:aws:iam::${account}:user/ann`],
  ['AWS', account],
  ['AWS', `arn:aws:iam::444455556666:root`],
  ['AWS', `arn:aws:iam::${account}:role/path/Worker`],
  ['AWS', `arn:aws:sts::${account}:assumed-role/Worker/session`],
  ['AWS', `arn:aws:sts::${account}:assumed-role/Worker/other`],
  ['AWS', '*'],
  ['Federated', 'cognito-identity.amazonaws.com'],
];

export function trustPolicy(dice: Dice): Statement {
  const statements = Array.from({ length: dice.pick([1, 1, 2, 3]) }, (): Statement => {
    const principal: Record<string, string[]> = {};
    for (const [kind, value] of dice.some(principalElements)) {
      principal[kind] = [...(principal[kind] ?? []), value];
    }
    return {
      Effect: dice.chance(0.8) ? 'Allow' : 'Deny',
      Principal: dice.chance(0.05) ? '*' : principal,
      Action: dice.some([
        'sts:AssumeRole',
        'sts:assumerole',
        'sts:*',
        'sts:TagSession',
        'sts:Assume*',
      ]),
      ...conditions(dice),
    };
  });
  return { Version: '2012-10-17', Statement: statements };
}
