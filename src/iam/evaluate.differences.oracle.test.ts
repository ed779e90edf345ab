import { describe, expect, it } from 'vitest';
import type { Decision } from './evaluate';
import type { RequestPrincipal } from './principal';
import { type Keys, type Statement, account, resources, role } from './drawnRequests.testing';
import { oracleIdentity, oracleTrust, ourIdentity, ourTrust } from './iamSimulate.testing';

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

interface NamedDifference {
  readonly name: string;
  /** The AWS page that decides the question, or leaves it undecided. */
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
