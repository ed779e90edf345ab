import { describe, expect, test } from 'vitest';
import { scopeWords } from './auditScope';
import { auditTexts } from './auditTexts';
import { caseText } from './cases.testing';
import { findingsOfCases } from './findingsOfCases.testing';
import { APP, OTHER, account, document, found, permit, service } from './policyTexts.testing';

describe('texts that people have', () => {
  test.each(findingsOfCases)('%s', (path, expected) => {
    expect(found(caseText(path))).toEqual(expected);
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
