import { describe, expect, it } from 'vitest';
import { evaluateIdentityPolicies, evaluateTrustPolicy } from './evaluate';
import { parsePolicy } from './parse';
import type { RequestPrincipal } from './principal';

const application = 'arn:aws:qbusiness:us-east-1:111122223333:application/a1';
const policy = (...statements: readonly object[]) =>
  parsePolicy({ Version: '2012-10-17', Statement: statements }).document;
const allow = { Sid: 'Chat', Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: application };
const chat = { action: 'qbusiness:ChatSync', resource: application };

describe('identity policies', () => {
  it('allow, and say which statement does', () => {
    const result = evaluateIdentityPolicies(
      [policy(), policy({ ...allow, Action: 'a:b' }, allow)],
      chat,
    );
    expect(result.decision).toBe('allowed');
    expect(result.decidedBy).toEqual([
      { document: 1, at: ['Statement', 1], sid: 'Chat', effect: 'Allow' },
    ]);
  });

  it('deny explicitly before they allow', () => {
    const deny = { Effect: 'Deny', NotAction: 'sqs:*', NotResource: 'arn:aws:s3:::x' };
    const result = evaluateIdentityPolicies([policy(allow), policy(deny)], chat);
    expect(result.decision).toBe('explicitDeny');
    expect(result.decidedBy).toEqual([{ document: 1, at: ['Statement', 0], effect: 'Deny' }]);
  });

  it('leave nothing out of NotResource by a variable without a value', () => {
    const spared = {
      ...allow,
      Resource: undefined,
      NotResource: 'arn:aws:qbusiness:us-east-1:111122223333:${aws:username}',
    };
    const clean: object = JSON.parse(JSON.stringify(spared)) as object;
    expect(evaluateIdentityPolicies([policy(clean)], chat).decision).toBe('allowed');
  });

  it.each([
    ['${ aws:username }', { 'aws:username': 'a1' }],
    ['${var.application}', {}],
    ['{{application_id}}', {}],
  ])('are not decided where %s stands in a resource that would fit', (text, keys) => {
    const on = (resource: string) =>
      evaluateIdentityPolicies([policy({ ...allow, Resource: resource })], {
        ...chat,
        context: { keys, otherKeys: 'absent' },
      }).decision;
    expect(on(`arn:aws:qbusiness:us-east-1:111122223333:application/${text}`)).toBe('notDecided');
    expect(on(`arn:aws:qbusiness:us-west-2:111122223333:application/${text}`)).toBe('implicitDeny');
  });

  it('refuse what nothing allows', () => {
    expect(
      evaluateIdentityPolicies([policy(allow)], { ...chat, action: 'iam:PassRole' }),
    ).toMatchObject({
      decision: 'implicitDeny',
      decidedBy: [],
    });
    expect(evaluateIdentityPolicies([], chat).decision).toBe('implicitDeny');
  });

  it('decide nothing where an unknown key matters, and name the condition', () => {
    const conditional = { ...allow, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } };
    const request = { ...chat, context: { keys: {}, otherKeys: 'unknown' } as const };
    const result = evaluateIdentityPolicies([policy(conditional)], request);
    expect(result.decision).toBe('notDecided');
    expect(result.undecided[0]?.doubts).toEqual([
      { doubt: 'unknownKey', at: ['Statement', 0, 'Condition', 'StringEquals', 'aws:SourceVpc'] },
    ]);
  });

  it('decide nothing where an open Deny stands against an Allow', () => {
    const deny = { ...allow, Effect: 'Deny', Condition: { Odd: { 'a:b': 'c' } } };
    expect(evaluateIdentityPolicies([policy(allow, deny)], chat).decision).toBe('notDecided');
    expect(evaluateIdentityPolicies([policy(deny)], chat).decision).toBe('implicitDeny');
  });

  it.each([
    [{ ...allow, Effect: 'allow' }],
    [{ ...allow, Actions: [] }],
    [{ ...allow, Resource: undefined }],
    [{ ...allow, Principal: '*' }],
    [7],
  ])('decide nothing on the unreadable statement %j', (statement) => {
    const document = parsePolicy({ Statement: [statement] }).document;
    expect(evaluateIdentityPolicies([document], chat).decision).toBe('notDecided');
  });

  it('name the statement that cannot be read, not the whole document', () => {
    const { decision, undecided } = evaluateIdentityPolicies(
      [parsePolicy({ Statement: [allow, 7] }).document],
      chat,
    );
    expect(decision).toBe('notDecided');
    expect(undecided.map(({ at }) => at)).toEqual([
      ['Statement', 1],
      ['Statement', 1],
    ]);
  });

  it('know policy variables in documents of 2012-10-17 only', () => {
    const own = { ...allow, Resource: `${application}-\${aws:username}` };
    const request = {
      action: chat.action,
      resource: `${application}-ann`,
      context: { keys: { 'aws:username': 'ann' }, otherKeys: 'absent' },
    } as const;
    const decisionOf = (version: object) =>
      evaluateIdentityPolicies([parsePolicy({ ...version, Statement: own }).document], request)
        .decision;
    expect(decisionOf({ Version: '2012-10-17' })).toBe('allowed');
    expect(decisionOf({ Version: '2008-10-17' })).toBe('implicitDeny');
    expect(decisionOf({})).toBe('implicitDeny');
  });

  it('decide nothing on a document that is none', () => {
    expect(evaluateIdentityPolicies([parsePolicy('x').document], chat).decision).toBe('notDecided');
  });
});

describe('a trust policy', () => {
  const service = 'application.qbusiness.amazonaws.com';
  const role = 'arn:aws:iam::111122223333:role/team/Caller';
  const other = 'arn:aws:iam::111122223333:role/Other';
  const trust = (principal: unknown, more: object = {}) =>
    policy({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });
  const assume = (document: ReturnType<typeof policy>, principal: RequestPrincipal) =>
    evaluateTrustPolicy(document, {
      principal,
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::111122223333:role/Trusted',
    });

  it.each<[unknown, RequestPrincipal, string]>([
    [{ Service: service }, { kind: 'service', service }, 'allowed'],
    [{ Service: service }, { kind: 'service', service: 'qbusiness.amazonaws.com' }, 'implicitDeny'],
    [{ AWS: role }, { kind: 'role', arn: role }, 'allowed'],
    [{ AWS: role }, { kind: 'role', arn: other }, 'implicitDeny'],
    [
      { AWS: role },
      { kind: 'assumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/Caller/s' },
      'allowed',
    ],
    [
      { AWS: role },
      { kind: 'assumedRole', arn: 'arn:aws:sts::444455556666:assumed-role/Caller/s' },
      'implicitDeny',
    ],
    [{ AWS: '111122223333' }, { kind: 'account', account: '111122223333' }, 'allowed'],
    [{ AWS: '111122223333' }, { kind: 'account', account: '444455556666' }, 'implicitDeny'],
    [
      { Federated: 'cognito-identity.amazonaws.com' },
      { kind: 'federated', provider: 'cognito-identity.amazonaws.com' },
      'allowed',
    ],
    [{ AWS: '*' }, { kind: 'anyone' }, 'allowed'],
    ['*', { kind: 'anyone' }, 'allowed'],
    [{ AWS: role }, { kind: 'anyone' }, 'implicitDeny'],
    [{ AWS: 'AROAEXAMPLEEXAMPLEEX' }, { kind: 'role', arn: role }, 'notDecided'],
    [{ AWS: 'arn:aws:iam::111122223333:role/*' }, { kind: 'role', arn: role }, 'notDecided'],
    [
      { AWS: 'arn:aws:sts::111122223333:assumed-role/Caller/s' },
      { kind: 'role', arn: role },
      'notDecided',
    ],
    [{ AWS: 'arn:aws:iam::111122223333:role/Caller' }, { kind: 'role', arn: role }, 'implicitDeny'],
    [{ AWS: 'arn:aws:iam::${var.account}:root' }, { kind: 'role', arn: role }, 'notDecided'],
    [{ AWS: '${var.account}' }, { kind: 'role', arn: role }, 'notDecided'],
    [
      { AWS: 'arn:aws:iam::${var.account}:role/Other' },
      { kind: 'role', arn: role },
      'implicitDeny',
    ],
    [
      { CanonicalUser: 'abc' },
      { kind: 'user', arn: 'arn:aws:iam::111122223333:user/a' },
      'notDecided',
    ],
    [{ CanonicalUser: 'abc' }, { kind: 'service', service }, 'implicitDeny'],
  ])('with %j meets %j: %s', (principal, requester, decision) => {
    expect(assume(trust(principal), requester).decision).toBe(decision);
  });

  it('that names an account leaves the decision to that account', () => {
    const requester = { kind: 'role', arn: role } as const;
    const delegated = assume(trust({ AWS: 'arn:aws:iam::111122223333:root' }), requester);
    expect(delegated).toMatchObject({ decision: 'allowed', delegatedToAccount: true });
    const direct = assume(trust({ AWS: ['111122223333', role] }), requester);
    expect(direct).toMatchObject({ decision: 'allowed', delegatedToAccount: false });
    const both = policy(
      { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' },
      { Effect: 'Allow', Principal: { AWS: role }, Action: 'sts:AssumeRole' },
    );
    expect(assume(both, requester)).toMatchObject({
      decision: 'allowed',
      delegatedToAccount: false,
      decidedBy: [{ document: 0, at: ['Statement', 1], effect: 'Allow' }],
    });
    const denied = policy(
      { Effect: 'Allow', Principal: { AWS: role }, Action: 'sts:*' },
      { Effect: 'Deny', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' },
    );
    expect(assume(denied, requester).decision).toBe('explicitDeny');
  });

  it('with NotPrincipal spares only whom it names together with the account', () => {
    const deny = (...spared: string[]) =>
      policy(
        { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
        { Effect: 'Deny', NotPrincipal: { AWS: spared }, Action: 'sts:AssumeRole' },
      );
    const requester = { kind: 'role', arn: role } as const;
    expect(assume(deny(other), requester).decision).toBe('explicitDeny');
    expect(assume(deny(role), requester).decision).toBe('notDecided');
    expect(assume(deny(role, '111122223333'), requester).decision).toBe('allowed');
  });

  it('that allows all but some does not allow these, whether their account is named or not', () => {
    const allBut = (...spared: string[]) =>
      policy({ Effect: 'Allow', NotPrincipal: { AWS: spared }, Action: 'sts:AssumeRole' });
    const requester = { kind: 'role', arn: role } as const;
    expect(assume(allBut(role), requester).decision).toBe('implicitDeny');
    expect(assume(allBut(role, '111122223333'), requester).decision).toBe('implicitDeny');
    expect(assume(allBut(other), requester).decision).toBe('allowed');
  });

  it('with a Resource element is not decided', () => {
    const requester = { kind: 'role', arn: role } as const;
    expect(assume(trust({ AWS: role }, { Resource: '*' }), requester).decision).toBe('notDecided');
  });
});
