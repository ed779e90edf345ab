import { describe, expect, test } from 'vitest';
import {
  APP,
  OTHER,
  account,
  anyone,
  document,
  federated,
  found,
  github,
  permit,
  permitBut,
  service,
  serviceBut,
  sub,
} from './policyTexts.testing';

/** For each finding, documents that have it and similar ones that have not. */
const kinds: readonly {
  readonly rule: string;
  readonly triggers: readonly string[];
  readonly nearly: readonly string[];
}[] = [
  {
    rule: 'QBUSINESS_OTHER_ACCOUNT_LET_IN',
    triggers: [
      service({ StringNotLike: account }),
      service({ ArnNotEquals: { 'aws:SourceArn': APP } }),
      service({ StringLike: { 'aws:SourceArn': '*:application/*' } }),
      service({ StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } }),
    ],
    nearly: [
      service({ StringLike: { 'aws:SourceAccount': '22223333444?' } }),
      service({ StringEquals: account, ArnNotEquals: { 'aws:SourceArn': OTHER } }),
      service({ StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } }),
      service({ ArnLike: { 'aws:SourceArn': APP.replace('us-east-1', '*') } }),
      service({
        StringLike: { 'aws:SourceArn': 'arn:aws:qbusiness:*:222233334444:application/*' },
      }),
      service({ StringEquals: { 'aws:SourceAccount': '${aws:ResourceAccount}' } }),
    ],
  },
  {
    rule: 'QBUSINESS_MISSING_SOURCE_ARN',
    triggers: [
      service({ StringEquals: account }),
      service({ StringEquals: { 'aws:SourceAccount': '${aws:ResourceAccount}' } }),
      service({ StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } }),
      serviceBut({ StringNotEqualsIfExists: account }),
      serviceBut({ ArnEquals: { 'aws:SourceArn': OTHER } }),
    ],
    nearly: [
      serviceBut({ ArnNotEquals: { 'aws:SourceArn': APP } }),
      serviceBut({ ArnNotLike: { 'aws:SourceArn': [APP, OTHER] } }, { StringEquals: account }),
      serviceBut({ ArnNotEqualsIfExists: { 'aws:SourceArn': APP } }, undefined, '*'),
      service({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
    ],
  },
  {
    rule: 'QBUSINESS_MISSING_SOURCE_ACCOUNT',
    triggers: [
      serviceBut({ StringEquals: account }),
      serviceBut({ ArnNotEquals: { 'aws:SourceArn': APP } }),
    ],
    nearly: [serviceBut({ StringNotEquals: account }, undefined, '*')],
  },
  {
    rule: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    triggers: [
      serviceBut({ StringEquals: account }),
      serviceBut({ 'ForAnyValue:StringNotEquals': { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } }),
      serviceBut({ StringNotEquals: account, Bool: { 'aws:SecureTransport': 'false' } }),
    ],
    nearly: [
      serviceBut({ StringNotEquals: account }),
      serviceBut({ ArnNotEqualsIfExists: { 'aws:SourceArn': APP } }, undefined, '*'),
      serviceBut({ StringNotEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } }),
    ],
  },
  {
    rule: 'QBUSINESS_SOURCE_ACCOUNT_MISMATCH',
    triggers: [
      service({
        StringEquals: { 'aws:SourceAccount': '999988887777' },
        ArnLike: { 'aws:SourceArn': APP },
      }),
    ],
    nearly: [
      service({
        StringEquals: { 'aws:SourceAccount': '{{account}}' },
        ArnLike: { 'aws:SourceArn': APP },
      }),
      service({ StringLike: { 'aws:SourceAccount': '2222*' }, ArnLike: { 'aws:SourceArn': APP } }),
      service({ Null: { 'aws:SourceAccount': 'false' }, ArnLike: { 'aws:SourceArn': APP } }),
      service({
        StringNotEquals: { 'aws:SourceAccount': '999988887777' },
        ArnLike: { 'aws:SourceArn': APP },
      }),
    ],
  },
  {
    rule: 'QBUSINESS_SOURCE_ARN_NOT_APPLICATION',
    triggers: [service({ StringEquals: account, ArnLike: { 'aws:SourceArn': `${APP}/*` } })],
    nearly: [service({ StringEquals: account, ArnNotLike: { 'aws:SourceArn': `${APP}/*` } })],
  },
  {
    rule: 'QBUSINESS_OTHER_APPLICATION_LET_IN',
    triggers: [
      service({ ArnLike: { 'aws:SourceArn': APP.replace(/[^/]+$/, '*') } }),
      service({ ArnLike: { 'aws:SourceArn': [APP, 'arn:aws:qbusiness:*:222233334444:*'] } }),
      service({ StringEquals: account, ArnNotEquals: { 'aws:SourceArn': OTHER } }),
      service({ StringEquals: account, Null: { 'aws:SourceArn': 'false' } }),
      service({
        StringLike: { 'aws:SourceArn': 'arn:aws:qbusiness:*:222233334444:application/*' },
      }),
    ],
    nearly: [
      service({ ArnEquals: { 'aws:SourceArn': [APP, OTHER] } }),
      service({ ArnLike: { 'aws:SourceArn': APP } }),
      service({ StringLike: { 'aws:SourceArn': APP } }),
    ],
  },
  {
    rule: 'QBUSINESS_NO_APPLICATION_LET_IN',
    triggers: [
      service({ StringEquals: { ...account, 'aws:PrincipalTag/team': 'a' } }),
      service({ StringEquals: account, Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      service({ StringEquals: { ...account, 'sts:ExternalId': 'x-1' } }),
      service({ ArnEquals: { 'aws:SourceArn': APP.replace('222233334444', '2222') } }),
      service({ StringEquals: account, StringNotEquals: account }),
    ],
    nearly: [
      service({ StringEquals: { 'aws:SourceAccount': ['222233334444', 'unknown'] } }),
      service({ StringEquals: account, Bool: { 'aws:SecureTransport': 'true' } }),
      service({ StringEquals: account, StringEqualsIfExists: { 'sts:ExternalId': 'x-1' } }),
    ],
  },
  {
    rule: 'QBUSINESS_SOURCE_NOT_REQUIRED',
    triggers: [
      service({ 'ForAllValues:StringEquals': account }),
      service({ ArnLikeIfExists: { 'aws:SourceArn': APP } }),
      service({ StringEqualsIfExists: account }),
    ],
    nearly: [
      service({ StringEqualsIfExists: account, Null: { 'aws:SourceAccount': 'false' } }),
      service({ 'ForAnyValue:StringEquals': account }),
      service({ StringEqualsIfExists: account, ArnLike: { 'aws:SourceArn': APP } }),
    ],
  },
  {
    rule: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    triggers: [
      document({ Principal: { AWS: ['arn:aws:iam::222233334444:root', '*'] }, Action: 'sts:*' }),
      anyone({ StringNotEquals: { 'aws:PrincipalAccount': '222233334444' } }),
      anyone({ StringEqualsIfExists: { 'aws:SourceAccount': '222233334444' } }),
      anyone({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }),
    ],
    nearly: [
      anyone({ StringEquals: { 'aws:PrincipalAccount': '222233334444' } }),
      anyone({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::222233334444:role/a-*' } }),
      anyone({ StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5', 'o-b1b2c3d4e5'] } }),
      anyone({ StringEquals: { 'sts:ExternalId': 'x-12345' } }),
      anyone({ StringLike: { 'aws:userid': 'AROAEXAMPLEEXAMPLE123:*' } }),
      serviceBut({ StringNotEquals: account }, { StringEquals: account }, '*'),
    ],
  },
  {
    rule: 'MISSING_GITHUB_REPO_CONDITION_KEY',
    triggers: [
      github(sub('StringLike', 'repo:*:ref:refs/heads/main')),
      github(sub('StringNotEquals', 'repo:octo-org/octo-repo:ref:refs/heads/main')),
      github(sub('StringLikeIfExists', 'repo:octo-org/octo-repo:*')),
      github(sub('ForAllValues:StringLike', 'repo:octo-org/octo-repo:*')),
    ],
    nearly: [
      github(sub('StringLike', 'repo:octo-org/octo-repo:*')),
      github(sub('StringEquals', 'repo:octo-org/octo-repo:environment:prod')),
      github(sub('ForAnyValue:StringLike', 'repo:octo-org/*')),
    ],
  },
  {
    rule: 'GITHUB_SUBJECT_NEVER_MATCHES',
    triggers: [
      github(sub('StringLike', 'octo-org/*')),
      github(sub('StringEquals', 'repo:octo-org/*')),
      github(sub('StringEquals', 'refs/heads/main')),
    ],
    nearly: [
      github(sub('StringEquals', 'repo:octo-org/octo-repo:pull_request')),
      github(sub('StringLike', 'octo-org/*', 'repo:octo-org/*')),
      github(sub('StringLike', 'repo:octo-org@12/octo-repo@34:*')),
      github(sub('StringEquals', 'repo:octo-org/octo-repo:pull_request'), 'sts:AssumeRole'),
    ],
  },
  {
    rule: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
    triggers: [
      federated('cognito-identity.amazonaws.com', {
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
      }),
      federated('arn:aws:iam::222233334444:oidc-provider/gitlab.com', {
        StringEquals: { 'gitlab.com:aud': 'https://gitlab.com' },
      }),
    ],
    nearly: [
      federated('cognito-identity.amazonaws.com', {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:11111111-2222' },
      }),
      federated('arn:aws:iam::222233334444:oidc-provider/gitlab.com', {
        StringLike: { 'gitlab.com:sub': 'project_path:acme/site:*' },
      }),
      federated('arn:aws:iam::222233334444:oidc-provider/gitlab.example.com', {
        StringEquals: { 'gitlab.example.com:aud': 'https://gitlab.example.com' },
      }),
    ],
  },
  {
    rule: 'QBUSINESS_ACTION_NEVER_GRANTED',
    triggers: [
      permit(['qbusiness:PutFeedback'], `${APP}/web-experience/*`),
      permit('qbusiness:GetWebExperience', 'arn:aws:s3:::bucket/*'),
      permit('qbusiness:CreateApplication', 'arn:aws:qbusiness:*:*:application/*'),
      permit('qbusiness:ChatSync', APP.replace('us-east-1', '')),
      permit('qbusiness:ChatSync', APP.replace('222233334444', '')),
    ],
    nearly: [
      permit('qbusiness:ChatSync', 'arn:aws:qbusiness:*:*:application/*'),
      permit('qbusiness:GetWebExperience', [APP, `${APP}/*`]),
      permit('qbusiness:ListApplications', '*'),
      permit('qbusiness:*', APP),
    ],
  },
  {
    rule: 'QBUSINESS_WILDCARD_RESOURCE',
    triggers: [
      permit('qbusiness:Chat', '*'),
      permitBut({ Action: '*', NotResource: `${APP}*` }),
      permitBut({ Action: 'qbusiness:ChatSync', NotResource: APP }),
      permitBut({
        Action: '*',
        NotResource: APP,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ],
    nearly: [
      permitBut({ Action: '*', NotResource: [APP, `${APP}/*`] }),
      permitBut({ Action: 'qbusiness:*', NotResource: [APP, OTHER] }),
    ],
  },
  {
    rule: 'QBUSINESS_PASS_ROLE_SERVICE',
    triggers: ['StringEquals', 'StringLike', 'StringEqualsIgnoreCase'].map((operator) =>
      permit('iam:PassRole', 'arn:aws:iam::222233334444:role/Web', {
        Condition: { [operator]: { 'iam:PassedToService': 'application.qbusiness.amazonaws.com' } },
      }),
    ),
    nearly: [
      permit('iam:PassRole', 'arn:aws:iam::222233334444:role/Web', {
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      }),
      permit('iam:PassRole', 'arn:aws:iam::222233334444:role/Web', {
        Condition: {
          StringEquals: {
            'iam:PassedToService': [
              'application.qbusiness.amazonaws.com',
              'qbusiness.amazonaws.com',
            ],
          },
        },
      }),
      permit('iam:PassRole', 'arn:aws:iam::222233334444:role/Web'),
    ],
  },
  {
    rule: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
    triggers: ['StringEqualsIfExists', 'StringNotEquals', 'ForAllValues:StringEquals'].map(
      (operator) =>
        permit('iam:PassRole', '*', {
          Condition: { [operator]: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
        }),
    ),
    nearly: [
      permit('iam:PassRole', '*', {
        Condition: { StringLike: { 'iam:PassedToService': 'lambda.*' } },
      }),
      permit('iam:PassRole', 'arn:aws:iam::222233334444:role/a-*'),
      permit('iam:GetRole', '*'),
    ],
  },
  {
    rule: 'INVALID_SERVICE_IN_ACTION',
    triggers: [
      permit('qbuisness:Chat'),
      permit('q-business:*'),
      permit(['qbusiness:Chat', 's33:Get*']),
    ],
    nearly: [permit('QBUSINESS:Chat'), permit('s3:Get*', '*'), permit('*')],
  },
  {
    rule: 'ALLOW_WITH_NOT_ACTION',
    triggers: ['qbusiness:Delete*', ['iam:*', 'sts:*'], 'chatbot:nosuchaction'].map((action) =>
      document({ NotAction: action, Resource: '*' }),
    ),
    nearly: [
      document({ Effect: 'Deny', NotAction: 'qbusiness:*', Resource: '*' }),
      permit('qbusiness:ChatSync'),
      document({ NotResource: APP, Action: 'qbusiness:ChatSync' }),
    ],
  },
];

describe.each(kinds)('$rule', ({ rule, triggers, nearly }) => {
  const rules = (text: string) => found(text).map((line) => line.split(' ')[1]);

  test.each(triggers)('is found in %s', (text) => {
    expect(rules(text)).toContain(rule);
  });

  test.each(nearly)('is not found in %s', (text) => {
    expect(rules(text)).not.toContain(rule);
  });
});
