import type { EvaluationResult } from '@cloud-copilot/iam-simulate';
import { loadPolicy } from '@cloud-copilot/iam-policy';
import { describe, expect, it } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import type { RequestContext } from './context';
import {
  evaluateIdentityPolicies,
  evaluateTrustPolicy,
  type AccessRequest,
  type Decision,
} from './evaluate';
// The package's own door cannot take a trust policy, and reads every policy anew for every request.
import { DiscoveryContextKeyConstraints } from '../../node_modules/@cloud-copilot/iam-simulate/dist/esm/context_keys/discoveryContextKeyConstraints.js';
import { authorize } from '../../node_modules/@cloud-copilot/iam-simulate/dist/esm/core_engine/CoreSimulatorEngine.js';
import { AwsRequestImpl } from '../../node_modules/@cloud-copilot/iam-simulate/dist/esm/request/request.js';
import { RequestContextImpl } from '../../node_modules/@cloud-copilot/iam-simulate/dist/esm/requestContext.js';
import { parsePolicy } from './parse';
import { Solver } from './solver/decide';
import type { RequestPrincipal } from './principal';

type Keys = Record<string, string | string[]>;
type Statement = Record<string, unknown>;

/** Small, fast and the same everywhere: mulberry32. */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)] as T;
  }

  some<T>(from: readonly T[], most = 3): T[] {
    return Array.from({ length: 1 + Math.floor(this.next() * most) }, () => this.pick(from));
  }
}

const account = '111122223333';
const role = `arn:aws:iam::${account}:role/service/Caller`;
const trusted = `arn:aws:iam::${account}:role/Trusted`;

const actions = [
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
const resources = [
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

function requestKeys(dice: Dice): Keys {
  const keys: Keys = { 'aws:username': 'ann' };
  for (const { key, requestValues } of families) {
    if (dice.chance(0.75)) keys[key] = dice.pick(requestValues);
    if (dice.chance(0.75)) keys[multivalued(key)] = dice.some(requestValues);
  }
  return keys;
}

function identityPolicy(dice: Dice): Statement {
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

const principals: readonly RequestPrincipal[] = [
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

function trustPolicy(dice: Dice): Statement {
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

const ours = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'explicitDeny',
  ImplicitlyDenied: 'implicitDeny',
} as const satisfies Record<EvaluationResult, Decision>;

const load = (policy: unknown) => loadPolicy(policy, { name: 'policy' });

const allowAllActions = load({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

interface Simulation {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly keys: Keys;
  readonly identityPolicies: ReturnType<typeof load>[];
  readonly resourcePolicy?: ReturnType<typeof load>;
}

function simulate({
  principal,
  action,
  resource,
  keys,
  identityPolicies,
  resourcePolicy,
}: Simulation): Decision {
  const context = new RequestContextImpl(keys);
  const { result } = authorize({
    request: new AwsRequestImpl(principal, { resource, accountId: account }, action, context),
    sessionPolicy: undefined,
    identityPolicies,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy,
    permissionBoundaries: undefined,
    vpcEndpointPolicies: undefined,
    simulationParameters: {
      simulationMode: 'Strict',
      discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]),
    },
  });
  return ours[result];
}

function oracleIdentity(policy: unknown, action: string, resource: string, keys: Keys): Decision {
  return simulate({ principal: role, action, resource, keys, identityPolicies: [load(policy)] });
}

function oracleTrust(policy: unknown, principal: RequestPrincipal, keys: Keys): Decision {
  const isService = principal.kind === 'service';
  return simulate({
    principal: isService ? principal.service : 'arn' in principal ? principal.arn : '',
    action: 'sts:AssumeRole',
    resource: trusted,
    keys,
    identityPolicies: isService ? [] : [allowAllActions],
    resourcePolicy: load(policy),
  });
}

const contextOf = (keys: Keys): RequestContext => ({ keys, otherKeys: 'absent' });

function ourIdentity(policy: unknown, action: string, resource: string, keys: Keys): Decision {
  const request: AccessRequest = { action, resource, context: contextOf(keys) };
  return evaluateIdentityPolicies([parsePolicy(policy).document], request).decision;
}

function ourTrust(policy: unknown, principal: RequestPrincipal, keys: Keys): Decision {
  const request = {
    principal,
    action: 'sts:AssumeRole',
    resource: trusted,
    context: contextOf(keys),
  };
  return evaluateTrustPolicy(parsePolicy(policy).document, request).decision;
}

describe('the evaluation agrees with iam-simulate', () => {
  const policies = runs(2_500, 10_000);
  it(`on ${policies * 10} requests to identity policies`, () => {
    const dice = new Dice(20_261_123);
    const seen: Record<string, number> = {};
    for (let i = 0; i < policies; i += 1) {
      const policy = identityPolicy(dice);
      for (let j = 0; j < 10; j += 1) {
        const action = dice.pick(actions);
        const resource = dice.pick(resources);
        const keys = requestKeys(dice);
        const expected = oracleIdentity(policy, action, resource, keys);
        const actual = ourIdentity(policy, action, resource, keys);
        if (actual !== expected)
          throw new Error(JSON.stringify({ policy, action, resource, keys, expected, actual }));
        seen[actual] = (seen[actual] ?? 0) + 1;
      }
    }
    expect(
      Math.min(seen['allowed'] ?? 0, seen['explicitDeny'] ?? 0, seen['implicitDeny'] ?? 0),
    ).toBeGreaterThan(policies / 2);
  });

  const trustPolicies = runs(1_250, 5_000);
  it(`on ${trustPolicies * principals.length} requests to trust policies`, () => {
    const dice = new Dice(42);
    const seen: Record<string, number> = {};
    for (let i = 0; i < trustPolicies; i += 1) {
      const policy = trustPolicy(dice);
      for (const principal of principals) {
        const keys = requestKeys(dice);
        const expected = oracleTrust(policy, principal, keys);
        const actual = ourTrust(policy, principal, keys);
        if (actual !== expected)
          throw new Error(JSON.stringify({ policy, principal, keys, expected, actual }));
        seen[actual] = (seen[actual] ?? 0) + 1;
      }
    }
    expect(
      Math.min(seen['allowed'] ?? 0, seen['explicitDeny'] ?? 0, seen['implicitDeny'] ?? 0),
    ).toBeGreaterThan(trustPolicies / 5);
  });
});

/** What the two are known to decide differently, by the names below. */
function isNamedDifference(policy: Statement, { resource, context }: AccessRequest): boolean {
  const keys = Object.entries(context?.keys ?? {});
  return (
    resource === '*' ||
    JSON.stringify(policy).includes('${') ||
    keys.some(([key, value]) => {
      const texts = typeof value === 'string' ? [value] : value;
      const isAddress = key.toLowerCase() === 'aws:sourceip' || key.startsWith('many:awsSourceIp');
      const isTime = /time$/i.test(key);
      return (
        texts.length === 0 ||
        texts.includes('') ||
        (isAddress && texts.some((text) => text.includes(':'))) ||
        (isTime && /epoch/i.test(key)) ||
        // A list under a key that conditions without set operator ask for.
        (typeof value !== 'string' && !key.startsWith('many:'))
      );
    })
  );
}

describe('the evaluation agrees with iam-simulate where decisions turn', () => {
  const policies = runs(300, 1_000);
  it(`on the requests that the solver finds for ${policies} identity policies`, () => {
    const dice = new Dice(20_261_125);
    const seen: Record<string, number> = {};
    for (let i = 0; i < policies; i += 1) {
      const policy = identityPolicy(dice);
      const { document } = parsePolicy(policy);
      const solver = new Solver();
      const alone = document.statements.map((statement) => ({
        ...document,
        statements: [statement],
      }));
      // For the whole document and for each statement: a request on either side of the border.
      for (const one of [document, ...alone]) {
        for (const is of ['allowed', 'notAllowed', 'refused'] as const) {
          const answer = solver.decide({
            claims: [{ policies: { kind: 'identity', documents: [one] }, is }],
            parts: { actions, resources: [{ like: resources }] },
          });
          if (answer.answer !== 'yes') continue;
          const [request] = answer.witness.requests;
          if (isNamedDifference(policy, request)) continue;
          const { action, resource } = request;
          const keys: Keys = Object.fromEntries(
            Object.entries(request.context?.keys ?? {}).map(([key, value]) => [
              key,
              typeof value === 'string' ? value : [...value],
            ]),
          );
          const actual = ourIdentity(policy, action, resource, keys);
          if (actual === 'notDecided') continue;
          const expected = oracleIdentity(policy, action, resource, keys);
          if (actual !== expected)
            throw new Error(JSON.stringify({ policy, action, resource, keys, expected, actual }));
          seen[actual] = (seen[actual] ?? 0) + 1;
        }
      }
    }
    expect(
      Math.min(seen['allowed'] ?? 0, seen['explicitDeny'] ?? 0, seen['implicitDeny'] ?? 0),
    ).toBeGreaterThan(policies / 5);
  });
});

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

interface NamedDifference {
  readonly name: string;
  /** Where AWS settles it, or leaves it open. */
  readonly source: string;
  readonly statement: Statement;
  readonly version?: string;
  readonly resource?: string;
  readonly keys?: Keys;
  readonly ours: Decision;
  readonly theirs: Decision;
}

const differences: readonly NamedDifference[] = [
  {
    name: 'a policy variable may stand in a resource that has no type',
    source: `${guide}/reference_policies_variables.html#policy-vars-wheretouse`,
    statement: { Resource: 'arn:aws:sqs:us-east-1:*:orders-${aws:username}' },
    resource: `arn:aws:sqs:us-east-1:${account}:orders-ann`,
    keys: { 'aws:username': 'ann' },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'a special character is written ${*} wherever a variable may stand, StringEquals included',
    source: `${guide}/reference_policies_variables.html#policy-vars-specialchars`,
    statement: { Condition: { StringEquals: { 'aws:username': 'a${*}' } } },
    keys: { 'aws:username': 'a*' },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'a negated operator holds against a variable without a value',
    source: `${guide}/reference_policies_variables.html#policy-vars-no-value`,
    statement: { Condition: { StringNotEquals: { 'aws:username': '${aws:PrincipalTag/none}' } } },
    keys: { 'aws:username': 'ann' },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'Unix time counts seconds, also against an ISO date',
    source: `${guide}/reference_policies_elements_condition_operators.html#Conditions_Date`,
    statement: { Condition: { DateLessThan: { 'aws:EpochTime': '2026-01-01T00:00:00Z' } } },
    keys: { 'aws:EpochTime': '1900000000' },
    ours: 'implicitDeny',
    theirs: 'allowed',
  },
  {
    name: 'a multivalued key without set operator is not decided: AWS only says that one is needed',
    source: `${guide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    statement: { Condition: { StringEquals: { 'aws:TagKeys': 'a' } } },
    keys: { 'aws:TagKeys': ['a'] },
    ours: 'notDecided',
    theirs: 'implicitDeny',
  },
  {
    name: 'ForAnyValue with IfExists and no key is not decided: the two rules contradict each other',
    source: `${guide}/reference_policies_elements_condition_operators.html#Conditions_IfExists`,
    statement: { Condition: { 'ForAnyValue:StringEqualsIfExists': { 'aws:TagKeys': 'a' } } },
    ours: 'notDecided',
    theirs: 'implicitDeny',
  },
  {
    name: 'for a set operator an empty text is no value',
    source: `${guide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    statement: { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } } },
    keys: { 'aws:TagKeys': [''] },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'Null with a set operator does not depend on the request',
    source: `${guide}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-null-with-qualifier`,
    statement: { Condition: { 'ForAllValues:Null': { 'aws:TagKeys': 'false' } } },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'NotIpAddress means all other addresses, those of IPv6 included',
    source: `${guide}/reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    statement: { Condition: { NotIpAddress: { 'aws:SourceIp': '198.51.100.7' } } },
    keys: { 'aws:SourceIp': '2001:db8::1' },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'an IPv6 address is the same in every spelling',
    source: `${guide}/reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    statement: { Condition: { IpAddress: { 'aws:SourceIp': '2001:DB8::1' } } },
    keys: { 'aws:SourceIp': '2001:db8:0:0:0:0:0:1' },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'the range /0 holds every address',
    source: `${guide}/reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    statement: { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } },
    keys: { 'aws:SourceIp': '203.0.113.5' },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'what is no number is not decided',
    source: `${guide}/reference_policies_elements_condition_operators.html#Conditions_Numeric`,
    statement: { Condition: { NumericEquals: { 'aws:MultiFactorAuthAge': '5 minutes' } } },
    keys: { 'aws:MultiFactorAuthAge': '5' },
    ours: 'notDecided',
    theirs: 'allowed',
  },
  {
    name: 'a Bool value takes no variable',
    source: `${guide}/reference_policies_variables.html#policy-vars-conditionelement`,
    statement: { Condition: { Bool: { 'aws:SecureTransport': '${app:Secure}' } } },
    keys: { 'aws:SecureTransport': 'true', 'app:Secure': 'true' },
    ours: 'notDecided',
    theirs: 'allowed',
  },
  {
    name: 'before Version 2012-10-17 a variable is plain text',
    source: `${guide}/reference_policies_elements_version.html`,
    version: '2008-10-17',
    statement: { Condition: { StringEquals: { 'aws:username': '${aws:username}' } } },
    keys: { 'aws:username': 'ann' },
    ours: 'implicitDeny',
    theirs: 'allowed',
  },
  {
    name: 'a short ARN that ends with a star is left out by NotResource as it is reached by Resource',
    source: `${guide}/reference-arns.html#arns-paths-wildcards`,
    statement: { Resource: undefined, NotResource: 'arn:aws:sqs:*' },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'a wildcard in the resource type is one as any other: managed policies of AWS rely on it',
    source: `${guide}/reference-arns.html#arns-paths-wildcards`,
    statement: { Resource: 'arn:aws:qbusiness:*:*:app*/a1' },
    ours: 'allowed',
    theirs: 'implicitDeny',
  },
  {
    name: 'an action that takes no resource is allowed by Resource * alone',
    source: `${guide}/reference_policies_elements_resource.html`,
    statement: { Resource: 'arn:aws:qbusiness:*:*:application/a1' },
    resource: '*',
    ours: 'implicitDeny',
    theirs: 'allowed',
  },
];

const trust = (statement: Statement) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }],
});

describe('the evaluation differs from iam-simulate by name', () => {
  it.each(differences)('$name', (difference) => {
    const {
      statement,
      keys = {},
      resource = resources[0] ?? '',
      version = '2012-10-17',
    } = difference;
    const given = { Effect: 'Allow', Action: 'qbusiness:Chat', Resource: '*', ...statement };
    const policy: unknown = JSON.parse(JSON.stringify({ Version: version, Statement: [given] }));
    expect(difference.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(ourIdentity(policy, 'qbusiness:Chat', resource, keys)).toBe(difference.ours);
    expect(oracleIdentity(policy, 'qbusiness:Chat', resource, keys)).toBe(difference.theirs);
  });

  const caller: RequestPrincipal = { kind: 'role', arn: role };

  it('one session of a role is trusted: whether the role is, its session name decides', () => {
    const policy = trust({
      Principal: { AWS: `arn:aws:sts::${account}:assumed-role/Caller/session` },
    });
    expect(ourTrust(policy, caller, {})).toBe('notDecided');
    expect(oracleTrust(policy, caller, {})).toBe('implicitDeny');
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
  it('a NotPrincipal that names an account leaves open what happens to its roles', () => {
    const policy = trust({ NotPrincipal: { AWS: account } });
    expect(ourTrust(policy, caller, {})).toBe('notDecided');
    expect(oracleTrust(policy, caller, {})).toBe('implicitDeny');
  });
});
