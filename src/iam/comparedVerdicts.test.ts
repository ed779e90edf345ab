import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import type { GrantVerdict } from './compare';
import { comparePolicies } from './compare.testing';
import { evaluateIdentityPolicies, evaluateTrustPolicy, type AccessRequest } from './evaluate';
import { parsePolicy } from './parse';

const application = 'arn:aws:qbusiness:us-east-1:111122223333:application/a1';
const policy = (...statements: readonly object[]) => ({
  Version: '2012-10-17',
  Statement: statements,
});
const allow = (more: object) => ({
  Effect: 'Allow',
  Action: 'qbusiness:Chat',
  Resource: application,
  ...more,
});

const actions = ['qbusiness:Chat', 'qbusiness:ChatSync', 'sqs:SendMessage'];
const resources = ['arn:aws:sqs:us-east-1:111122223333:ann', application, 'arn:aws:s3:::b/x'];
const list = (...entries: string[]) => fc.subarray(entries, { minLength: 1, maxLength: 3 });
const conditionBlock = fc.constantFrom<object>(
  {},
  {},
  { Condition: { StringEquals: { 'a:team': ['x'] } } },
  { Condition: { StringLike: { 'A:Team': 'x*' } } },
  { Condition: { StringNotEquals: { 'a:team': ['x', 'y'] } } },
  { Condition: { StringNotLike: { 'a:team': 'x*' } } },
  { Condition: { StringEqualsIfExists: { 'a:team': ['x', 'y'] } } },
  { Condition: { 'ForAllValues:StringLike': { 'a:tags': ['x*'] } } },
  { Condition: { 'ForAnyValue:StringEquals': { 'a:tags': ['x', 'y'] } } },
  { Condition: { NumericLessThan: { 'a:age': 5 } } },
  { Condition: { NumericLessThanEquals: { 'a:age': ['4', '5'] } } },
  { Condition: { NumericEquals: { 'a:age': '4' } } },
  { Condition: { Bool: { 'a:safe': true }, Null: { 'a:team': 'false' } } },
  { Condition: { NotIpAddress: { 'a:ip': '10.0.0.0/8' } } },
  { Condition: { IpAddress: { 'a:ip': ['10.1.0.0/16', '11.0.0.0/8'] } } },
  { Condition: { StringEqualsIgnoreCase: { 'a:team': 'X' } } },
);
const statement = fc
  .tuple(
    fc.constantFrom('Allow', 'Allow', 'Deny'),
    fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
    list(
      '*',
      'qbusiness:*',
      'qbusiness:Chat*',
      'QBUSINESS:chat',
      'sqs:SendMessage',
      'qbusiness:ChatSync',
    ),
    fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
    list(
      '*',
      ...resources,
      'arn:aws:sqs:*:*:*',
      'arn:aws:qbusiness:*:111122223333:application/*',
      'arn:aws:s3:::b/${a:team}',
    ),
    conditionBlock,
  )
  .map(([Effect, action, actionList, resource, resourceList, block]) => ({
    Effect,
    [action]: actionList,
    [resource]: resourceList,
    ...block,
  }));
const document = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((statements) => policy(...statements));
const request: fc.Arbitrary<AccessRequest> = fc.record({
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources),
  context: fc.record({
    keys: fc.record(
      {
        'a:team': fc.constantFrom('x', 'X', 'y', 'xy', 'z'),
        'a:tags': fc.subarray(['x', 'xy', 'y', 'z'], { minLength: 1 }),
        'a:age': fc.constantFrom('3', '4', '4.5', '5', '6'),
        'a:safe': fc.constantFrom('true', 'false'),
        'a:ip': fc.constantFrom('10.1.2.3', '10.2.0.1', '11.0.0.1', '::1'),
      },
      { requiredKeys: [] },
    ),
    otherKeys: fc.constant('absent' as const),
  }),
});

describe('a verdict', () => {
  const rank = { explicitDeny: 0, implicitDeny: 0, allowed: 1, notDecided: Number.NaN };
  const rankOf = (value: unknown, asked: AccessRequest) =>
    rank[evaluateIdentityPolicies([parsePolicy(value).document], asked).decision];

  it('is never contradicted by a request, and every difference has its proof', () => {
    const verdicts: Partial<Record<GrantVerdict, number>> = {};
    fc.assert(
      fc.property(
        document,
        document,
        fc.array(request, { minLength: 12, maxLength: 12 }),
        (before, after, requests) => {
          const comparison = comparePolicies(before, after);
          const { verdict, more, less } = comparison;
          verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
          const allowed: Readonly<Record<GrantVerdict, readonly number[]>> = {
            same: [0],
            formatting: [0],
            more: [0, 1],
            less: [0, -1],
            both: [0, 1, -1],
            notDecided: [0, 1, -1],
          };
          for (const asked of requests) {
            // A request that one of them leaves undecided contradicts nothing.
            const change = Math.sign(rankOf(after, asked) - rankOf(before, asked)) || 0;
            expect(allowed[verdict]).toContain(change);
          }
          for (const { example } of more)
            expect([rankOf(before, example), rankOf(after, example)]).toEqual([0, 1]);
          for (const { example } of less)
            expect([rankOf(before, example), rankOf(after, example)]).toEqual([1, 0]);
        },
      ),
      { numRuns: runs(400, 4_000) },
    );
    expect(verdicts.more).toBeGreaterThan(20);
    expect(verdicts.less).toBeGreaterThan(20);
  });

  it('finds a shuffled and respelt policy to be the same', () => {
    fc.assert(
      fc.property(document, (before) => {
        const after = {
          ...before,
          Statement: before.Statement.toReversed().map((one) => ({ Sid: 'A', ...one })),
        };
        const { verdict } = comparePolicies(before, after);
        expect(verdict).toBe('formatting');
      }),
    );
  });

  it('comes to an end for large policies', () => {
    const large = (suffix: string) =>
      policy(
        ...Array.from({ length: 2_000 }, (_, i) =>
          allow({ Action: ['a:b*', `a:c${i}`], Resource: `${application}${i}${suffix}` }),
        ),
      );
    expect(comparePolicies(large(''), { ...large(''), Id: 'x' }).verdict).toBe('formatting');
    expect(comparePolicies(large(''), large('x')).verdict).toBe('notDecided');
  });

  it('is given on trust policies by direct and delegated trust alike', () => {
    const trusted = (principal: string) =>
      policy({ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' });
    const { less } = comparePolicies(
      trusted('arn:aws:iam::111122223333:role/A'),
      trusted('111122223333'),
    );
    const example = less[0]?.example;
    const principal = { kind: 'role', arn: 'arn:aws:iam::111122223333:role/A' } as const;
    expect(example?.principal).toEqual(principal);
    const after = parsePolicy(trusted('111122223333')).document;
    const asked = { action: 'sts:AssumeRole', resource: '*', principal };
    expect(evaluateTrustPolicy(after, asked).delegatedToAccount).toBe(true);
  });
});
