import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../iam/parse';
import { codesOf } from './codesOf.testing';
import { productRules } from './index';

const APP =
  'arn:aws:qbusiness:us-east-1:222233334444:application/0a1b2c3d-1111-2222-3333-444455556666';
const WEB = `${APP}/web-experience/9a8b7c6d-1111-2222-3333-444455556666`;
const SERVICE = { Service: 'application.qbusiness.amazonaws.com' };

const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const permit = (Action: unknown, Resource: unknown = APP) => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const trust = (extra: object = {}) => ({
  Effect: 'Allow',
  Principal: SERVICE,
  Action: 'sts:AssumeRole',
  Condition: {
    StringEquals: { 'aws:SourceAccount': '222233334444' },
    ArnEquals: { 'aws:SourceArn': APP },
  },
  ...extra,
});

interface Case {
  readonly code: string;
  readonly at: string;
  readonly triggers: unknown;
  readonly nearly: unknown;
}

const cases: readonly Case[] = [
  {
    code: 'QBUSINESS_WRONG_SERVICE_PRINCIPAL',
    at: 'Statement.0.Principal.Service',
    triggers: policy(trust({ Principal: { Service: 'qbusiness.amazonaws.com' } })),
    nearly: policy(trust({ Principal: { Service: 'lambda.amazonaws.com' } })),
  },
  {
    code: 'QBUSINESS_MISSING_SOURCE_ACCOUNT',
    at: 'Statement.0',
    triggers: policy(trust({ Condition: { ArnLike: { 'aws:sourcearn': APP } } })),
    nearly: policy(
      trust({
        Condition: {
          StringEquals: { 'AWS:SOURCEACCOUNT': '222233334444' },
          ArnLike: { 'aws:SourceArn': APP },
        },
      }),
    ),
  },
  {
    code: 'QBUSINESS_MISSING_SOURCE_ARN',
    at: 'Statement.0',
    triggers: policy(
      trust({ Condition: { StringEquals: { 'aws:SourceAccount': '222233334444' } } }),
    ),
    nearly: policy({ ...trust({ Condition: {} }), Effect: 'Deny' }),
  },
  {
    code: 'QBUSINESS_SOURCE_ARN_NOT_APPLICATION',
    at: 'Statement.0.Condition.ArnEquals.aws:SourceArn',
    triggers: policy(
      trust({
        Condition: {
          StringEquals: { 'aws:SourceAccount': '222233334444' },
          ArnEquals: { 'aws:SourceArn': WEB },
        },
      }),
    ),
    nearly: policy(trust()),
  },
  {
    code: 'QBUSINESS_SOURCE_ACCOUNT_MISMATCH',
    at: 'Statement.0.Condition.ArnEquals.aws:SourceArn',
    triggers: policy(
      trust({
        Condition: {
          StringEquals: { 'aws:SourceAccount': '999988887777' },
          ArnEquals: { 'aws:SourceArn': APP },
        },
      }),
    ),
    nearly: policy(
      trust({
        Condition: {
          StringEquals: { 'aws:SourceAccount': ['999988887777', '222233334444'] },
          ArnEquals: { 'aws:SourceArn': APP },
        },
      }),
    ),
  },
  {
    code: 'QBUSINESS_OTHER_ACCOUNT_LET_IN',
    at: 'Statement.0.Condition.StringNotEquals.aws:SourceAccount',
    triggers: policy(
      trust({ Condition: { StringNotEquals: { 'aws:SourceAccount': '222233334444' } } }),
    ),
    nearly: policy(trust(), {
      ...trust({ Condition: { StringEquals: { 'aws:SourceAccount': '222233334444' } } }),
      Effect: 'Deny',
    }),
  },
  {
    code: 'QBUSINESS_OTHER_APPLICATION_LET_IN',
    at: 'Statement.0.Condition.ArnLike.aws:SourceArn',
    triggers: policy(
      trust({
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:qbusiness:us-east-1:222233334444:application/*' },
        },
      }),
    ),
    nearly: policy(
      trust({ Condition: { ArnLike: { 'aws:SourceArn': [APP, APP.replace('0a1b', 'ffff')] } } }),
    ),
  },
  {
    code: 'QBUSINESS_SOURCE_NOT_REQUIRED',
    at: 'Statement.0.Condition.StringEqualsIfExists.aws:SourceAccount',
    triggers: policy(
      trust({
        Condition: {
          StringEqualsIfExists: { 'aws:SourceAccount': '222233334444' },
          ArnEqualsIfExists: { 'aws:SourceArn': APP },
        },
      }),
    ),
    nearly: policy(
      trust({
        Condition: {
          StringEqualsIfExists: { 'aws:SourceAccount': '222233334444' },
          ArnEquals: { 'aws:SourceArn': APP },
        },
      }),
    ),
  },
  {
    code: 'QBUSINESS_NO_APPLICATION_LET_IN',
    at: 'Statement.0.Condition.StringEquals.aws:SourceArn',
    triggers: policy(
      trust({
        Condition: {
          StringEquals: {
            'aws:SourceArn': 'arn:aws:qbusiness:us-east-1:222233334444:application/*',
          },
        },
      }),
    ),
    nearly: policy(trust({ Condition: { StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } } })),
  },
  {
    code: 'QBUSINESS_NEIGHBOUR_ACTION',
    at: 'Statement.0.Action',
    triggers: policy(permit('qapps:*', '*')),
    nearly: policy({ ...permit('qapps:*', '*'), Effect: 'Deny' }),
  },
  {
    code: 'QBUSINESS_ACTION_NEVER_GRANTED',
    at: 'Statement.0.Action',
    triggers: policy(permit('qbusiness:ChatSync', `${APP}/*`)),
    nearly: policy(permit('qbusiness:ListApplications', [APP, '*'])),
  },
  {
    code: 'QBUSINESS_PASS_ROLE_SERVICE',
    at: 'Statement.0.Condition.StringEquals.iam:PassedToService',
    triggers: policy({
      ...permit('iam:PassRole', 'arn:aws:iam::222233334444:role/Web'),
      Condition: { StringEquals: { 'iam:PassedToService': SERVICE.Service } },
    }),
    nearly: policy({
      ...permit('iam:PassRole', 'arn:aws:iam::222233334444:role/Web'),
      Condition: { StringLike: { 'iam:PassedToService': '*qbusiness.amazonaws.com' } },
    }),
  },
  {
    code: 'QBUSINESS_SET_CONTEXT_NOT_NEEDED',
    at: 'Statement.0.Action.1',
    triggers: policy(trust({ Action: ['sts:AssumeRole', 'sts:setcontext'] })),
    nearly: policy(
      trust({
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:SetContext'],
      }),
    ),
  },
  {
    code: 'QBUSINESS_ACTION_NEEDS_IDENTITY',
    at: 'Statement.0.Action.1',
    triggers: policy(permit(['qbusiness:Chat', 'QBusiness:listmessages'])),
    nearly: policy({ ...permit('qbusiness:ListMessages'), Effect: 'Deny' }),
  },
  {
    code: 'QBUSINESS_WILDCARD_ACTION',
    at: 'Statement.0.Action',
    triggers: policy(permit('qbusiness:*')),
    nearly: policy(permit('s3:*')),
  },
  {
    code: 'QBUSINESS_DEVELOPER_ACTION',
    at: 'Statement.0.Action',
    triggers: policy(permit('q:SendMessage', '*')),
    nearly: policy(permit('qapps:StartQAppSession', '*')),
  },
  {
    code: 'QBUSINESS_WILDCARD_RESOURCE',
    at: 'Statement.0.Resource',
    triggers: policy(permit('qbusiness:ChatSync', APP.replace(/[^/]+$/, '*'))),
    nearly: policy(permit('qbusiness:ListApplications', '*')),
  },
  {
    code: 'QBUSINESS_REGION_NOT_OFFERED',
    at: 'Statement.0.Resource.0',
    triggers: policy(permit('qbusiness:ChatSync', [APP.replace('us-east-1', 'us-east-2')])),
    nearly: policy(permit('s3:GetObject', 'arn:aws:s3:us-east-2:222233334444:application/x')),
  },
  {
    code: 'QBUSINESS_APPLICATION_ID_FORM',
    at: 'Statement.0.Resource',
    triggers: policy(permit('qbusiness:ChatSync', APP.slice(0, -1))),
    nearly: policy(permit('qbusiness:ChatSync', '*')),
  },
  {
    code: 'QBUSINESS_URL_ACTION_NEEDS_BOTH_ARNS',
    at: 'Statement.0.Resource',
    triggers: policy(permit('qbusiness:CreateAnonymousWebExperienceUrl', APP)),
    nearly: policy(permit('qbusiness:CreateAnonymousWebExperienceUrl', [APP, WEB])),
  },
  {
    code: 'QBUSINESS_LEFT_OVER_TOKEN',
    at: 'Statement.0.Resource',
    triggers: policy(permit('qbusiness:Chat', APP.replace('us-east-1', '{{region}}'))),
    nearly: policy(permit('qbusiness:Chat', `${APP}/\${aws:PrincipalAccount}`)),
  },
  {
    code: 'QBUSINESS_SAMPLE_ACCOUNT',
    at: 'Statement.0.Resource',
    triggers: policy(permit('qbusiness:Chat', APP.replace('222233334444', '111122223333'))),
    nearly: policy(permit('qbusiness:Chat', APP)),
  },
  {
    code: 'QBUSINESS_SAMPLE_ID',
    at: 'Statement.0.Resource',
    triggers: policy(
      permit('qbusiness:Chat', APP.replace(/[^/]+$/, 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111')),
    ),
    nearly: policy(permit('qbusiness:Chat', APP)),
  },
  {
    code: 'QBUSINESS_UNCONDITIONED_TWIN',
    at: 'Statement.1',
    triggers: policy(trust(), { Effect: 'Allow', Principal: SERVICE, Action: 'sts:AssumeRole' }),
    nearly: policy(trust(), {
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  },
];

describe('product rules', () => {
  test.each(cases)('$code', ({ code, at, triggers, nearly }) => {
    expect(codesOf(triggers)).toContain(`${code} at ${at}`);
    expect(codesOf(nearly).filter((found) => found.startsWith(code))).toEqual([]);
  });

  test.each([
    ['QBUSINESS_OTHER_REGION', { region: 'us-west-2' }],
    ['QBUSINESS_OTHER_ACCOUNT', { accountId: '999988887777' }],
    ['QBUSINESS_OTHER_APPLICATION', { applicationIds: ['9a8b7c6d-1111-2222-3333-444455556666'] }],
  ])('%s compares with what is expected', (code, expected) => {
    const document = policy(permit('qbusiness:Chat'));
    expect(codesOf(document, { saidBy: 'the form', ...expected })).toEqual([
      `${code} at Statement.0.Resource`,
    ]);
    expect(
      codesOf(document, {
        saidBy: 'the form',
        region: 'us-east-1',
        accountId: '222233334444',
        applicationIds: [
          '9a8b7c6d-1111-2222-3333-444455556666',
          '0a1b2c3d-1111-2222-3333-444455556666',
        ],
      }),
    ).toEqual([]);
  });

  test.each([
    ['arn:aws:qbusiness:{{region}}:{{account_id}}:application/{{application_id}}', APP],
    ['arn:aws:qbusiness:<region>:<Account-ID>:application/your-app-id', APP],
    [
      'arn:aws:qbusiness:{{region}}:{{account_id}}:application/{{application_id}}/web-experience/{{web_experience_id}}',
      undefined,
    ],
  ])('%s is filled in from the form, if the form knows all of it', (text, filled) => {
    const value = policy(permit('qbusiness:Chat', text));
    const { document } = parsePolicy(value);
    const expected = {
      saidBy: 'the form',
      region: 'us-east-1',
      accountId: '222233334444',
      applicationIds: ['0a1b2c3d-1111-2222-3333-444455556666'],
    };
    const found = productRules
      .flatMap(({ check }) => [...check({ kind: 'identity', value, document, expected })])
      .filter(({ rule }) => rule === 'QBUSINESS_LEFT_OVER_TOKEN');
    expect(found.map(({ fix }) => fix?.grants)).toEqual([filled && 'changed']);
    expect(found.map(({ fix }) => fix?.edits[0])).toEqual([
      filled && { kind: 'replace', at: ['Statement', 0, 'Resource'], value: filled },
    ]);
  });

  test('every code has a case', () => {
    const covered = new Set(cases.map(({ code }) => code));
    const codes = productRules.flatMap((rule) => rule.codes);
    expect(codes.filter((code) => !covered.has(code))).toEqual([
      'QBUSINESS_OTHER_REGION',
      'QBUSINESS_OTHER_ACCOUNT',
      'QBUSINESS_OTHER_APPLICATION',
    ]);
  });
});
