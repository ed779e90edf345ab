import { describe, expect, test } from 'vitest';
import { ask, only, policy, whoCan } from './accessTexts.testing';
import { accessTexts } from './accessTexts';
import { accessSentences } from './accessWords';
import { caseText } from './cases.testing';

describe('who can assume the role', () => {
  test('of a wildcard in an ARN condition: any application of the account and Region', () => {
    const answer = ask(caseText('wild-trust/trust.json'));
    const report = only(answer);
    expect(whoCan(report)).toEqual({
      'Amazon Q Business, for any application of 222233334444 in us-east-1': 'yes',
    });
    expect(accessSentences(answer)[0]).toBe(
      'The role, asked about any application in us-east-1, account 222233334444, which the documents name.',
    );
    expect(report.requesters[0]?.example).toContain('aws:SourceAccount is 222233334444');
  });

  test.each([
    ['orgpattern/bare.json', { 'Anyone at all': 'yes', 'A role of another account': 'yes' }],
    [
      'list/org-any.json',
      { 'A role of another account': 'yesIf: aws:PrincipalOrgID is o-a1b2c3d4e5' },
    ],
    [
      'orgpattern/t.json',
      {
        'A role of another account':
          'yesIf: aws:PrincipalArn is like arn:aws:iam::*:role/chat-caller and aws:PrincipalOrgID is o-a1b2c3d4e5',
      },
    ],
    [
      'scoping/orgid.json',
      { 'Amazon Q Business, for any application': 'yesIf: aws:SourceOrgID is o-a1b2c3d4e5' },
    ],
    [
      'datasource/trust.json',
      { 'Amazon Q Business as qbusiness.amazonaws.com, for this application': 'yes' },
    ],
    [
      'tagsession/t.json',
      {
        'Somebody signed in by idp.example.com/prod':
          'yesIf: idp.example.com/prod:aud is chat-client',
      },
    ],
    ['scoping/mismatch.json', {}],
    ['scoping/webexp-arn.json', {}],
    ['scoping/stringequals-wild.json', {}],
    ['scoping/principalorg.json', {}],
    ['scoping/case.json', { 'Amazon Q Business, for this application': 'yes' }],
    ['scoping/if-exists.json', { 'Amazon Q Business, for this application': 'yes' }],
    ['list/slashstar.json', {}],
    ['list/noaccount.json', {}],
    ['list/webidentity.json', {}],
  ])('of %s', (file, expected) => {
    const report = only(ask(caseText(file)));
    expect(whoCan(report)).toMatchObject(expected);
    // A wildcard admits more requesters than can be listed here.
    const listed = file === 'orgpattern/bare.json' ? expected : whoCan(report);
    expect(Object.keys(listed)).toEqual(Object.keys(expected));
  });

  test.each([
    [
      { StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'chat-proxy.example.com' } },
      { Service: ['rolesanywhere.amazonaws.com', 'lambda.amazonaws.com'] },
      {
        'IAM Roles Anywhere': 'yesIf: aws:PrincipalTag/x509Subject/CN is chat-proxy.example.com',
      },
    ],
    [
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::998877665544:role/Backend*' } },
      { AWS: 'arn:aws:iam::998877665544:root' },
      {
        'A role of account 998877665544':
          'yesIf: aws:PrincipalArn is like arn:aws:iam::998877665544:role/Backend*',
      },
    ],
    [
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws-cn:iam::998877665544:root' } },
      { AWS: '998877665544' },
      {
        'The root user of account 998877665544':
          'yesIf: aws:PrincipalArn is arn:aws-cn:iam::998877665544:root',
      },
    ],
    [
      { StringEquals: { 'aws:username': 'ann' } },
      { AWS: '998877665544' },
      { 'A user of account 998877665544': 'yesIf: aws:username is ann' },
    ],
    [
      { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } },
      { AWS: '*' },
      { 'A role of another account': 'yes' },
    ],
    [
      { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
      { AWS: '*' },
      { 'Amazon Q Business, for any application': 'yes', 'Another AWS service': 'yes' },
    ],
  ])(
    'of %j follows from what such a requester’s requests say',
    (Condition, Principal, expected) => {
      const report = only(
        ask(policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Condition })),
      );
      expect(whoCan(report)).toEqual(expected);
    },
  );

  test('every role of every account, where a condition asks for a role of any account', () => {
    const report = only(
      ask(
        policy({
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'sts:AssumeRole',
          Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
        }),
      ),
    );
    const foreign = report.requesters.find(({ id }) => id === 'other-account');
    expect(foreign).toMatchObject({ isDelegated: true });
    expect(foreign?.verdict).toMatch(/^yes/);
    expect(report.requesters.find(({ id }) => id === 'anyone')?.verdict).toBe('no');
  });

  test.each([
    ['tf-heredoc/role.tf', 'data.aws_caller_identity.current.account_id'],
    ['awscc-jsonencode/main.tf', 'awscc_qbusiness_application.app.application_arn'],
    ['hcl-data/main.tf', 'data.aws_caller_identity.current.account_id'],
    ['cfn-yaml/template.yaml', 'AWS::AccountId'],
  ])(
    'of %s is not decided where a value is not filled in, and no where it does not matter',
    (file, name) => {
      const report = only(ask(caseText(file)));
      const service = report.requesters.find(({ id }) => id.startsWith('application '));
      expect(service?.verdict).toBe('notDecided');
      expect(service?.doubts.join()).toContain(name);
      expect(report.requesters.find(({ id }) => id === 'anyone')?.verdict).toBe('no');
      expect(report.actions.some(({ verdict }) => verdict.startsWith('yes'))).toBe(false);
    },
  );

  test('names each account, role, service and provider, and always a stranger', () => {
    const report = only(
      ask(
        policy({
          Effect: 'Allow',
          Principal: {
            AWS: ['998877665544', 'arn:aws:iam::998877665544:role/Deploy'],
            Service: 'ec2.amazonaws.com',
          },
          Action: 'sts:AssumeRole',
        }),
      ),
    );
    expect(whoCan(report)).toEqual({
      'Amazon EC2': 'yes',
      'arn:aws:iam::998877665544:role/Deploy': 'yes',
      'The root user of account 998877665544': 'yes',
      'Another role of account 998877665544': 'yes',
      'Another user of account 998877665544': 'yes',
    });
    const strangers = ['A role of another account', 'Another AWS service', 'Anyone at all'];
    expect(report.requesters.map(({ label }) => label)).toEqual(expect.arrayContaining(strangers));
  });

  test('is said in whole sentences where a Deny refuses some of it', () => {
    const allow = {
      Effect: 'Allow',
      Principal: { Service: 'application.qbusiness.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '222233334444' } },
    };
    const deny = {
      ...allow,
      Effect: 'Deny',
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const ofAccount = {
      partition: 'aws',
      region: '*',
      accountId: '222233334444',
      applicationId: '*',
      from: 'given',
    } as const;
    const answer = accessTexts({ texts: [policy(allow, deny)], applications: [ofAccount] });
    expect(accessSentences(answer).slice(0, 2)).toEqual([
      'The role, asked about any application of account 222233334444.',
      'Can assume the role, if it is not refused (a Deny refuses it if aws:SecureTransport is false): Amazon Q Business, for any application of 222233334444.',
    ]);
  });
});
