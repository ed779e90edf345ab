import { describe, expect, test } from 'vitest';
import { scopeWords } from './auditScope';
import { auditTexts } from './auditTexts';
import { caseText } from './cases.testing';

const found = (...texts: readonly string[]): readonly string[] => {
  const audit = auditTexts({ texts: texts.map((text) => ({ text })) });
  return [
    ...new Set(
      audit.texts.flatMap(({ findings }) =>
        findings.map(({ severity, rule }) => `${severity} ${rule}`),
      ),
    ),
  ];
};

/** Every kind of finding on each text, in the order of the text. */
const cases: readonly (readonly [path: string, expected: readonly string[]])[] = [
  [
    'amplify-readme/DEPLOY.md',
    ['error QBUSINESS_LEFT_OVER_TOKEN', 'securityWarning QBUSINESS_WILDCARD_RESOURCE'],
  ],
  ['app-policy/get-policy.json', []],
  ['app-policy/simulate.json', ['warning NO_POLICY']],
  ['app-policy/validate.json', ['warning NO_POLICY']],
  [
    'app-slash-star/listapps.json',
    ['error QBUSINESS_ACTION_NEVER_GRANTED', 'warning QBUSINESS_ACTION_NEEDS_IDENTITY'],
  ],
  [
    'app-slash-star/p.json',
    [
      'error QBUSINESS_ACTION_NEVER_GRANTED',
      'warning QBUSINESS_ACTION_NEEDS_IDENTITY',
      'suggestion UNKNOWN_ACTION',
    ],
  ],
  [
    'awscc-jsonencode/main.tf',
    ['suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED', 'warning QBUSINESS_ACTION_NEEDS_IDENTITY'],
  ],
  [
    'boto3-repr/out.txt',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED',
    ],
  ],
  ['boundary/attached.json', ['warning QBUSINESS_DEVELOPER_POLICY']],
  ['boundary/get-role-policy.json', []],
  ['boundary/get-role.json', []],
  ['cfn-yaml/template.yaml', ['suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED']],
  ['cli-yaml/get-role.txt', ['error UNREADABLE_TEXT']],
  [
    'cli-yaml/get-role.yaml',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    ],
  ],
  ['cond-no-operator/p.json', ['error DATA_TYPE_MISMATCH']],
  [
    'config-item/item.json',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'securityWarning QBUSINESS_WILDCARD_ACTION',
      'securityWarning QBUSINESS_WILDCARD_RESOURCE',
    ],
  ],
  ['datasource/trust.json', ['suggestion QBUSINESS_WRONG_SERVICE_PRINCIPAL']],
  [
    'dup-action/p.json',
    ['securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', 'error JSON_SYNTAX_ERROR'],
  ],
  ['github-oidc/aud-only.json', ['securityWarning MISSING_GITHUB_REPO_CONDITION_KEY']],
  [
    'github-oidc/forallvalues-iss.json',
    [
      'suggestion CONFIRM_AUDIENCE_CLAIM_TYPE',
      'securityWarning MISSING_GITHUB_REPO_CONDITION_KEY',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  ['github-oidc/https-key.json', ['error INVALID_CONDITION_KEY_FORMAT']],
  ['github-oidc/repository-claim.json', ['securityWarning MISSING_GITHUB_REPO_CONDITION_KEY']],
  [
    'github-oidc/sub-eq-wild.json',
    [
      'warning WILDCARD_WITHOUT_LIKE_OPERATOR',
      'error GITHUB_SUBJECT_NEVER_MATCHES',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  ['github-oidc/sub-ifexists.json', ['securityWarning MISSING_GITHUB_REPO_CONDITION_KEY']],
  [
    'github-oidc/sub-no-repo.json',
    ['error GITHUB_SUBJECT_NEVER_MATCHES', 'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED'],
  ],
  [
    'github-oidc/sub-org-prefix.json',
    [
      'securityWarning GITHUB_OWNER_NOT_EXACT',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  ['github-oidc/sub-org.json', ['warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED']],
  [
    'github-oidc/sub-repo-star.json',
    [
      'securityWarning MISSING_GITHUB_REPO_CONDITION_KEY',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  [
    'github-oidc/sub-star-in-list.json',
    [
      'suggestion EQUIVALENT_TO_NULL_FALSE',
      'securityWarning MISSING_GITHUB_REPO_CONDITION_KEY',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  [
    'hcl-data/main.tf',
    ['securityWarning QBUSINESS_MISSING_SOURCE_ARN', 'suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED'],
  ],
  [
    'heredoc-readme/README.md',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED',
    ],
  ],
  ['heredoc-readme/clean.md', []],
  ['ifexists/p.json', ['error NULL_WITH_IF_EXISTS', 'error INVALID_CONDITION_OPERATOR']],
  ['invented/p.json', ['suggestion UNKNOWN_ACTION', 'securityWarning QBUSINESS_WILDCARD_RESOURCE']],
  ['list/acct-list-star.json', ['warning WILDCARD_WITHOUT_LIKE_OPERATOR']],
  ['list/arn-list-star.json', ['warning QBUSINESS_OTHER_APPLICATION_LET_IN']],
  ['list/ext-ifexists.json', ['securityWarning CONDITION_HOLDS_WITHOUT_KEY']],
  ['list/noaccount.json', ['error QBUSINESS_NO_APPLICATION_LET_IN']],
  ['list/org-any.json', []],
  [
    'list/org-not.json',
    [
      'error ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      'securityWarning CONDITION_HOLDS_WITHOUT_KEY',
    ],
  ],
  ['list/region.json', ['warning QBUSINESS_REGION_NOT_OFFERED']],
  ['list/slashstar.json', ['error QBUSINESS_SOURCE_ARN_NOT_APPLICATION']],
  [
    'list/typo.json',
    [
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'error INVALID_GLOBAL_CONDITION_KEY',
      'error QBUSINESS_NO_APPLICATION_LET_IN',
    ],
  ],
  ['list/webidentity.json', ['error MISMATCHED_ACTION_FOR_PRINCIPAL']],
  [
    'missing-comma/t.json',
    [
      'error JSON_SYNTAX_ERROR',
      'error INVALID_ARN_REGION',
      'error QBUSINESS_APPLICATION_ID_FORM',
      'warning QBUSINESS_SAMPLE_ACCOUNT',
      'error UNSUPPORTED_CHARACTER',
      'suggestion EMPTY_SID_VALUE',
    ],
  ],
  ['misspelt/min.json', ['error INVALID_SERVICE_IN_ACTION']],
  [
    'misspelt/p.json',
    [
      'error INVALID_SERVICE_IN_ACTION',
      'suggestion REDUNDANT_ACTION',
      'warning QBUSINESS_DEVELOPER_ACTION',
      'error INVALID_ACTION',
      'suggestion UNKNOWN_ACTION',
      'securityWarning QBUSINESS_WILDCARD_ACTION',
    ],
  ],
  ['notaction/deny.json', []],
  [
    'notaction/p.json',
    [
      'securityWarning ALLOW_WITH_NOT_ACTION',
      'securityWarning PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
      'warning CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    ],
  ],
  ['notaction/qb.json', ['securityWarning ALLOW_WITH_NOT_ACTION', 'suggestion UNKNOWN_ACTION']],
  ['orgpattern/bare.json', ['error ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL']],
  ['orgpattern/same.json', []],
  ['orgpattern/t.json', ['error ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL']],
  ['passrole/p.json', ['warning QBUSINESS_PASS_ROLE_SERVICE']],
  [
    'qapps-star/p.json',
    [
      'securityWarning QBUSINESS_WILDCARD_ACTION',
      'securityWarning QBUSINESS_WILDCARD_RESOURCE',
      'warning QBUSINESS_NEIGHBOUR_ACTION',
    ],
  ],
  ['scoping/case.json', []],
  [
    'scoping/forall.json',
    [
      'securityWarning FORALLVALUES_WITH_SINGLE_VALUED_KEY',
      'securityWarning QBUSINESS_SOURCE_NOT_REQUIRED',
    ],
  ],
  ['scoping/if-exists.json', ['securityWarning QBUSINESS_SOURCE_NOT_REQUIRED']],
  ['scoping/mismatch.json', ['error QBUSINESS_SOURCE_ACCOUNT_MISMATCH']],
  [
    'scoping/not-equals.json',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'securityWarning QBUSINESS_OTHER_ACCOUNT_LET_IN',
    ],
  ],
  [
    'scoping/orgid.json',
    ['securityWarning QBUSINESS_MISSING_SOURCE_ARN', 'warning QBUSINESS_MISSING_SOURCE_ACCOUNT'],
  ],
  [
    'scoping/principalorg.json',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'error UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
      'error QBUSINESS_NO_APPLICATION_LET_IN',
    ],
  ],
  [
    'scoping/star.json',
    ['error WILDCARD_USAGE_TOO_PERMISSIVE', 'suggestion EQUIVALENT_TO_NULL_FALSE'],
  ],
  [
    'scoping/stringequals-wild.json',
    ['error QBUSINESS_NO_APPLICATION_LET_IN', 'warning WILDCARD_WITHOUT_LIKE_OPERATOR'],
  ],
  ['scoping/two-accounts.json', []],
  ['scoping/webexp-arn.json', ['error QBUSINESS_SOURCE_ARN_NOT_APPLICATION']],
  ['spaces/caps.json', ['error INVALID_SERVICE_PRINCIPAL_FORMAT']],
  ['spaces/t.json', ['error INVALID_SERVICE_PRINCIPAL_FORMAT']],
  ['tagsession/t.json', ['suggestion EQUIVALENT_TO_NULL_FALSE']],
  ['tf-heredoc/role.tf', []],
  [
    'tf-plan/plan.txt',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    ],
  ],
  [
    'tfstate/terraform.tfstate',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'securityWarning QBUSINESS_WILDCARD_ACTION',
      'securityWarning QBUSINESS_WILDCARD_RESOURCE',
    ],
  ],
  [
    'theme-bucket/bucket.json',
    [
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'securityWarning UNTRUSTWORTHY_CONDITION_KEY',
      'suggestion RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    ],
  ],
  [
    'theme-bucket/script-template.json',
    [
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'error JSON_SYNTAX_ERROR',
      'error INVALID_ARN_PREFIX',
      'error DATA_TYPE_MISMATCH',
    ],
  ],
  ['trust-deny/t.json', ['error ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL']],
  [
    'trust-short-account/amazonaws-star.json',
    [
      'error UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'warning INVALID_ROLE_REFERENCE',
    ],
  ],
  ['trust-short-account/doublecolon.json', ['error INVALID_PRINCIPAL_FORMAT']],
  ['trust-short-account/leadzero.json', ['error DATA_TYPE_MISMATCH']],
  [
    'trust-short-account/servicestar.json',
    [
      'error UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    ],
  ],
  ['trust-short-account/t.json', ['error INVALID_PRINCIPAL_FORMAT']],
  [
    'tvm-trust/permissions.json',
    [
      'suggestion UNKNOWN_ACTION',
      'warning QBUSINESS_ACTION_NEEDS_IDENTITY',
      'securityWarning QBUSINESS_WILDCARD_RESOURCE',
      'warning QBUSINESS_NEIGHBOUR_ACTION',
    ],
  ],
  [
    'tvm-trust/trust.json',
    ['suggestion EQUIVALENT_TO_NULL_FALSE', 'warning QBUSINESS_OTHER_APPLICATION_LET_IN'],
  ],
  ['two-apps/p.json', []],
  ['url-issuer/p.json', []],
  ['url-issuer/star.json', []],
  [
    'wild-trust/trust.json',
    ['suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED', 'warning QBUSINESS_OTHER_APPLICATION_LET_IN'],
  ],
];

describe('texts that people have', () => {
  test.each(cases)('%s', (path, expected) => {
    expect(found(caseText(path))).toEqual(expected);
  });
});

const APP =
  'arn:aws:qbusiness:us-east-1:222233334444:application/7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
const OTHER = APP.replace('7f3c9d52', '0d1e2f3a');
const document = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
const service = (condition: object) =>
  document({
    Principal: { Service: 'application.qbusiness.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: condition,
  });
const anyone = (condition?: object) =>
  document({
    Principal: { AWS: '*' },
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });
const github = (condition: object) =>
  document({
    Principal: {
      Federated: 'arn:aws:iam::222233334444:oidc-provider/token.actions.githubusercontent.com',
    },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  });
const sub = (operator: string, ...values: readonly string[]) => ({
  [operator]: { 'token.actions.githubusercontent.com:sub': values },
});
const permit = (action: unknown, resource: unknown = APP, more: object = {}) =>
  document({ Action: action, Resource: resource, ...more });
const account = { 'aws:SourceAccount': '222233334444' };

/** Documents of one kind: those that have the finding, and those that look like it. */
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
    ],
  },
  {
    rule: 'QBUSINESS_OTHER_APPLICATION_LET_IN',
    triggers: [
      service({ ArnLike: { 'aws:SourceArn': APP.replace(/[^/]+$/, '*') } }),
      service({ ArnLike: { 'aws:SourceArn': [APP, 'arn:aws:qbusiness:*:222233334444:*'] } }),
      service({ StringEquals: account, ArnNotEquals: { 'aws:SourceArn': OTHER } }),
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
    ],
  },
  {
    rule: 'QBUSINESS_ACTION_NEVER_GRANTED',
    triggers: [
      permit(['qbusiness:PutFeedback'], `${APP}/web-experience/*`),
      permit('qbusiness:GetWebExperience', 'arn:aws:s3:::bucket/*'),
      permit('qbusiness:CreateApplication', 'arn:aws:qbusiness:*:*:application/*'),
    ],
    nearly: [
      permit('qbusiness:ChatSync', 'arn:aws:qbusiness:*:*:application/*'),
      permit('qbusiness:GetWebExperience', [APP, `${APP}/*`]),
      permit('qbusiness:ListApplications', '*'),
      permit('qbusiness:*', APP),
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

describe('a whole role', () => {
  const role = (service: string, action: string) =>
    JSON.stringify({
      RoleName: 'Web',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: service },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: account, ArnEquals: { 'aws:SourceArn': APP } },
          },
        ],
      },
      RolePolicyList: [
        {
          PolicyName: 'p',
          PolicyDocument: JSON.parse(permit(action, [APP, `${APP}/*`])) as object,
        },
      ],
    });

  test.each([
    ['application.qbusiness.amazonaws.com', 'qbusiness:ChatSync', []],
    ['qbusiness.amazonaws.com', 'qbusiness:ChatSync', ['error QBUSINESS_WRONG_SERVICE_PRINCIPAL']],
    [
      'qbusiness.amazonaws.com',
      'qbusiness:BatchPutDocument',
      ['suggestion QBUSINESS_WRONG_SERVICE_PRINCIPAL'],
    ],
    [
      'application.qbusiness.amazonaws.com',
      'qbusiness:CreateAnonymousWebExperienceUrl',
      ['warning QBUSINESS_URL_ACTION_ON_WEB_ROLE'],
    ],
    ['lambda.amazonaws.com', 'qbusiness:CreateAnonymousWebExperienceUrl', []],
  ])('of %s with %s', (service, action, expected) => {
    expect(found(role(service, action))).toEqual(expected);
  });

  test('of files that each say a part of it', () => {
    const { trust, permissions } = {
      trust: {
        Role: {
          RoleName: 'A',
          AssumeRolePolicyDocument: JSON.parse(
            service({ StringEquals: account, ArnEquals: { 'aws:SourceArn': APP } }),
          ) as object,
        },
      },
      permissions: {
        RoleName: 'A',
        PolicyName: 'p',
        PolicyDocument: JSON.parse(permit('qbusiness:ChatSync', OTHER)) as object,
      },
    };
    const files = [trust, permissions].map((value) => JSON.stringify(value));
    expect(found(...files)).toEqual(['warning QBUSINESS_OTHER_APPLICATION']);
    const ofAnother = JSON.stringify({ ...permissions, RoleName: 'B' });
    expect(found(files[0] ?? '', ofAnother)).toEqual([]);
  });
});

describe('a file of many roles', () => {
  const lambda = (i: number) => ({
    RoleName: `R${i}`,
    Arn: `arn:aws:iam::222233334444:role/R${i}`,
    AssumeRolePolicyDocument: {
      Version: '2008-10-17',
      Statement: [
        {
          Sid: '',
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    },
    RolePolicyList: [],
  });
  const ours = {
    ...lambda(7_000),
    AssumeRolePolicyDocument: JSON.parse(service({ StringNotEquals: account })) as object,
  };
  const file = JSON.stringify({
    RoleDetailList: [...Array.from({ length: 1_000 }, (_, i) => lambda(i)), ours],
    Policies: [],
  });

  test('shows the role that concerns Amazon Q Business and counts the rest', () => {
    const audit = auditTexts({ texts: [{ text: file }] });
    expect(scopeWords(audit.counts)).toBe('1,001 roles read, 1 concerns Amazon Q Business');
    expect(audit.roles.map(({ name }) => name)).toEqual(['R7000']);
    expect(audit.texts[0]?.findings.map(({ rule }) => rule)).toContain(
      'QBUSINESS_OTHER_ACCOUNT_LET_IN',
    );
    expect(audit.texts[0]?.omitted).toBe(0);
  });

  test('shows what is asked for, by name or ARN, or all', () => {
    const shown = (roles: readonly string[] | 'all') =>
      auditTexts({ texts: [{ text: file }], scope: { roles } }).roles.length;
    expect(shown(['R5', 'arn:aws:iam::222233334444:role/R6'])).toBe(3);
    expect(shown('all')).toBe(1_001);
  });

  test('shows nothing of roles that concern nobody here', () => {
    const text = JSON.stringify({ Roles: [lambda(1), lambda(2)] });
    const audit = auditTexts({ texts: [{ text }] });
    expect(audit.texts[0]?.findings).toEqual([]);
    expect(scopeWords(audit.counts)).toBe('2 roles read, none concerns Amazon Q Business');
  });
});

test('what is written out in a template is judged, whatever the tool fills in beside it', () => {
  const resource = { 'Fn::Sub': 'arn:${AWS::Partition}:qbusiness:*:*:application/*' };
  expect(found(permit('qbusiness:ChatSync', resource))).toEqual([
    'securityWarning QBUSINESS_WILDCARD_RESOURCE',
  ]);
  const one = { 'Fn::Sub': APP.replace('us-east-1', '${AWS::Region}') };
  expect(found(permit('qbusiness:ChatSync', one))).toEqual([]);
});

describe('shapes', () => {
  test.each([
    [
      '{"Statement":[{}]}',
      ['MISSING_VERSION', 'MISSING_EFFECT', 'MISSING_ACTION', 'MISSING_RESOURCE'],
    ],
    [
      '{"Statement":{}}',
      ['MISSING_VERSION', 'MISSING_EFFECT', 'MISSING_ACTION', 'MISSING_RESOURCE'],
    ],
    ['{}', ['MISSING_STATEMENT', 'MISSING_VERSION']],
    [
      permit('qbusiness:Chat', APP, { Condition: { StringEquals: {} } }),
      ['EMPTY_OBJECT_CONDITION'],
    ],
    [document({ Principal: '*', Action: 's3:GetObject' }), ['MISSING_RESOURCE']],
    [document({ Principal: { AWS: '222233334444' }, Action: 'ecr:GetDownloadUrlForLayer' }), []],
    [
      permit('qbusiness:Chat', APP, {
        Condition: { ArnLike: { 'aws:RequestTag/owner': 'arn:aws:iam::*:role/a' } },
      }),
      [],
    ],
    [
      permit('s3:GetObject', 'arn:aws:s3:::b/*', {
        Condition: { StringEquals: { 'aws:PrincipalOrgMasterAccountId': '222233334444' } },
      }),
      [],
    ],
    [
      permit('organizations:DescribeAccount', 'arn:aws:organizations::*:account/o-a1b2c3d4e5/*'),
      [],
    ],
    [
      document({
        Principal: {
          AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E15MNIMTCFKK4C',
        },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::b/*',
      }),
      [],
    ],
  ])('%s', (text, expected) => {
    expect(found(text).map((line) => line.split(' ')[1])).toEqual(expected);
  });

  test('an inline policy may have 10,240 characters, a managed one 6,144', () => {
    const resources = Array.from({ length: 75 }, (_, i) => `${APP.slice(0, -2)}${i + 10}`);
    const value = JSON.parse(permit('qbusiness:ChatSync', resources)) as object;
    const codes = (text: object) => found(JSON.stringify(text)).map((line) => line.split(' ')[1]);
    expect(codes(value)).toEqual(['POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA']);
    expect(codes({ RoleName: 'Web', PolicyName: 'Chat', PolicyDocument: value })).toEqual([]);
  });

  test('aws:SourceAccount is compared with the form', () => {
    const text = service({ StringEquals: account });
    const expected = { saidBy: 'the form', accountId: '555566667777' };
    const [audited] = auditTexts({ texts: [{ text }], expected }).texts;
    expect(audited?.findings.map(({ message }) => message)).toContain(
      'The account is 222233334444; the form says 555566667777.',
    );
  });
});
