import { describe, expect, it } from 'vitest';
import type { ActionCatalogue } from './actionCatalogue';
import { compareSubjects, type GrantVerdict, type Subject } from './compare';
import { comparePolicies } from './compare.testing';

const application = 'arn:aws:qbusiness:us-east-1:111122223333:application/a1';
const catalogue: ActionCatalogue = {
  asOf: '2026-09-26',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusiness.html',
  services: { qbusiness: ['Chat', 'ChatSync', 'PutFeedback'] },
};
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
const onArn = (operator: string, ...values: string[]) => ({
  Condition: { [operator]: { 'aws:SourceArn': values } },
});

describe('two policies', () => {
  it.each<[string, object, object, GrantVerdict]>([
    ['the same', policy(allow({})), policy(allow({})), 'same'],
    [
      'in another order of members',
      { Version: '2012-10-17', Statement: [] },
      { Statement: [], Version: '2012-10-17' },
      'same',
    ],
    [
      'with lists for texts, other case and other order',
      policy(allow({ Action: ['qbusiness:Chat', 'qbusiness:ChatSync'] })),
      {
        Version: '2012-10-17',
        Statement: allow({
          Sid: 'X',
          Action: ['QBusiness:chatsync', 'qbusiness:chat'],
          Resource: [application],
        }),
      },
      'formatting',
    ],
    [
      'split into two statements',
      policy(allow({ Action: ['a:b', 'a:c'] })),
      policy(allow({ Action: 'a:b' }), allow({ Action: 'a:c' })),
      'formatting',
    ],
    [
      'with a covered action more',
      policy(allow({ Action: 'a:*' })),
      policy(allow({ Action: ['a:*', 'a:b'] })),
      'formatting',
    ],
    [
      'with ArnEquals for ArnLike',
      policy(allow(onArn('ArnLike', application))),
      policy(allow(onArn('ArnEquals', application))),
      'formatting',
    ],
    [
      'with StringEquals for a literal ArnEquals',
      policy(allow(onArn('StringEquals', application))),
      policy(allow(onArn('ArnEquals', application))),
      'formatting',
    ],
    [
      'with one action more',
      policy(allow({})),
      policy(allow({ Action: ['qbusiness:Chat', 'iam:PassRole'] })),
      'more',
    ],
    [
      'with a wider resource',
      policy(allow({})),
      policy(allow({ Resource: application.replace('a1', '*') })),
      'more',
    ],
    ['with every resource', policy(allow({})), policy(allow({ Resource: '*' })), 'more'],
    [
      'with a condition dropped',
      policy(allow(onArn('ArnLike', application))),
      policy(allow({})),
      'more',
    ],
    [
      'with a condition added',
      policy(allow({})),
      policy(allow(onArn('ArnLike', application))),
      'less',
    ],
    [
      'with a wider condition',
      policy(allow(onArn('ArnLike', application))),
      policy(allow(onArn('ArnLike', 'arn:aws:qbusiness:us-east-1:111122223333:application/*'))),
      'more',
    ],
    [
      'with another condition value',
      policy(allow(onArn('ArnLike', application))),
      policy(allow(onArn('ArnLike', application.replace('a1', 'b2')))),
      'both',
    ],
    [
      'with IfExists added',
      policy(allow(onArn('ArnLike', application))),
      policy(allow(onArn('ArnLikeIfExists', application))),
      'more',
    ],
    [
      'with another action',
      policy(allow({})),
      policy(allow({ Action: 'qbusiness:ChatSync' })),
      'both',
    ],
    [
      'with a Deny added',
      policy(allow({})),
      policy(allow({}), allow({ Effect: 'Deny', Action: 'qbusiness:Chat*' })),
      'less',
    ],
    [
      'with a Deny of what nothing allows',
      policy(allow({})),
      policy(allow({}), allow({ Effect: 'Deny', Action: 'a:b' })),
      'formatting',
    ],
    [
      'with a Deny of what nothing allows, under a condition that IAM does not know',
      policy(allow({})),
      policy(
        allow({}),
        allow({ Effect: 'Deny', Action: 'a:b', Condition: { Odd: { 'a:b': 'c' } } }),
      ),
      'formatting',
    ],
    [
      'with a Deny narrowed',
      policy(allow({}), allow({ Effect: 'Deny', Action: '*' })),
      policy(allow({}), allow({ Effect: 'Deny', Action: 'a:b' })),
      'more',
    ],
    [
      'with an Allow that a Deny undoes',
      policy(allow({ Effect: 'Deny', Action: '*', Resource: '*' })),
      policy(allow({ Effect: 'Deny', Action: '*', Resource: '*' }), allow({})),
      'formatting',
    ],
    [
      'with NotAction narrowed',
      policy(allow({ Action: undefined, NotAction: ['a:*', 'b:*'] })),
      policy(allow({ Action: undefined, NotAction: ['a:*'] })),
      'more',
    ],
    [
      'with a lower limit',
      policy(allow({ Condition: { NumericLessThan: { 'a:b': 10 } } })),
      policy(allow({ Condition: { NumericLessThan: { 'a:b': '5' } } })),
      'less',
    ],
    [
      'with a wider IP range',
      policy(allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.1.0.0/16' } } })),
      policy(allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })),
      'more',
    ],
    [
      'with an operator that IAM does not know',
      policy(allow({})),
      policy(allow({ Condition: { Odd: { 'a:b': 'c' } } })),
      'notDecided',
    ],
    [
      'with an unreadable statement',
      policy(allow({})),
      policy(allow({ Effect: 'allow' })),
      'notDecided',
    ],
    [
      'of different kinds',
      policy(allow({})),
      policy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
      'notDecided',
    ],
    [
      'of different Version with a variable',
      policy(allow({ Resource: 'arn:aws:s3:::a/${aws:username}' })),
      { ...policy(allow({ Resource: 'arn:aws:s3:::a/${aws:username}' })), Version: '2008-10-17' },
      'both',
    ],
    [
      'with a variable in place of a star',
      policy(allow({ Resource: 'arn:aws:s3:::a/*' })),
      policy(allow({ Resource: 'arn:aws:s3:::a/${aws:username}' })),
      'less',
    ],
  ])('%s', (_name, before, after, verdict) => {
    const clean = (value: object): unknown => JSON.parse(JSON.stringify(value));
    expect(comparePolicies(clean(before), clean(after)).verdict).toBe(verdict);
  });

  it('say what is granted more, where, and on what proof', () => {
    const { more } = comparePolicies(
      policy(allow({})),
      policy(allow({ Action: ['qbusiness:Chat', 'iam:PassRole', 'qbusiness:PutFeedback'] })),
    );
    expect(more).toHaveLength(1);
    expect(more[0]).toMatchObject({
      effect: 'Allow',
      side: 'after',
      statement: ['Statement', 0],
      actions: { negated: false, texts: ['iam:PassRole', 'qbusiness:PutFeedback'] },
      resources: { negated: false, texts: [application] },
      example: { action: 'iam:PassRole', resource: application },
    });
  });

  it('are taken apart into the known actions where a catalogue is given', () => {
    const star = policy(allow({ Action: 'qbusiness:*' }));
    const list = policy(allow({ Action: ['qbusiness:Chat', 'qbusiness:ChatSync'] }));
    const result = comparePolicies(list, star, { catalogue });
    expect(result.verdict).toBe('more');
    expect(result.more[0]?.actions.texts).toEqual(['qbusiness:PutFeedback']);
    expect(comparePolicies(list, star).more[0]?.actions.texts).toEqual(['qbusiness:*']);
    const all = policy(allow({ Action: ['qbusiness:Chat*', 'qbusiness:PutFeedback'] }));
    expect(comparePolicies(all, star, { catalogue })).toMatchObject({
      verdict: 'formatting',
      assumesCatalogueOf: '2026-09-26',
    });
    expect(comparePolicies(all, star).verdict).toBe('more');
  });
});

describe('two subjects with the same policy', () => {
  const both = policy(allow({ Action: ['qbusiness:Chat', 'qbusiness:ChatSync'] }));
  const documents = [both];
  const boundary = policy(allow({ Resource: '*' }));
  it.each<[string, Subject, Subject, GrantVerdict]>([
    ['that lose a boundary', { documents, boundary }, { documents }, 'more'],
    ['that get a boundary', { documents }, { documents, boundary }, 'less'],
    [
      'that get a boundary which limits nothing',
      { documents },
      { documents, boundary: both },
      'formatting',
    ],
    [
      'of which one has a policy that is missing',
      { documents },
      { documents, missing: ['Other'] },
      'notDecided',
    ],
    [
      'of which one has a boundary that is missing',
      { documents, missingBoundaries: ['Other'] },
      { documents },
      'notDecided',
    ],
  ])('%s', (_name, before, after, verdict) => {
    expect(compareSubjects(before, after).verdict).toBe(verdict);
  });
});

describe('two trust policies', () => {
  const service = { Service: 'application.qbusiness.amazonaws.com' };
  const role = { AWS: 'arn:aws:iam::111122223333:role/Caller' };
  const trust = (Principal: unknown, more: object = {}) =>
    policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more });
  it.each<[object, object, GrantVerdict]>([
    [
      trust({ AWS: '111122223333' }),
      trust({ AWS: 'arn:aws:iam::111122223333:root' }),
      'formatting',
    ],
    [trust('*'), trust({ AWS: '*' }), 'formatting'],
    [trust(service), trust({ ...service, ...role }), 'more'],
    [trust(role), trust({ AWS: '111122223333' }), 'both'],
    [trust(role), trust({ AWS: '*' }), 'more'],
    [
      trust(role),
      trust({ AWS: [role.AWS, 'arn:aws:sts::111122223333:assumed-role/Caller/s'] }),
      'formatting',
    ],
    [trust(service, onArn('ArnEquals', application)), trust(service), 'more'],
    [trust(service), trust({ Service: 'qbusiness.amazonaws.com' }), 'both'],
    [trust(role), trust({ AWS: 'AROAEXAMPLEEXAMPLEEX' }), 'notDecided'],
  ])('%j and %j: %s', (before, after, verdict) => {
    expect(comparePolicies(before, after).verdict).toBe(verdict);
  });
});
