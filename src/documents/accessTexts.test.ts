import { describe, expect, test } from 'vitest';
import { caseText } from './cases.testing';
import { accessTexts, type AccessReport } from './accessTexts';
import { accessSentences } from './accessWords';

const ask = (...texts: readonly string[]) => accessTexts({ texts });
const policy = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
const APP = '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
const ARN = `arn:aws:qbusiness:us-east-1:222233334444:application/${APP}`;

const only = (answer: ReturnType<typeof ask>): AccessReport => {
  const [report, ...others] = answer.reports;
  if (!report || others.length > 0) throw new Error(`${answer.reports.length} reports`);
  return report;
};
/** Label and verdict of everybody who can or may be able to assume the role. */
const whoCan = (report: AccessReport) =>
  Object.fromEntries(
    report.requesters
      .filter(({ verdict }) => verdict !== 'no')
      .map(({ label, verdict, conditions, doubts }) => [
        label,
        [verdict, ...conditions, ...doubts].join(': '),
      ]),
  );
/** Action, target and verdict of all that the role can do or may be able to do. */
const whatItCan = (report: AccessReport) =>
  report.actions
    .filter(({ verdict }) => verdict !== 'no')
    .map(({ action, target, verdict, conditions }) =>
      [action, target, verdict, ...conditions].join(' '),
    );

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
});

describe('what the role can do', () => {
  test('is answered for every application that the documents name', () => {
    const { reports } = ask(caseText('two-apps/p.json'));
    expect(reports.map(({ application }) => application.applicationId)).toEqual([
      APP,
      '0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6',
    ]);
    const [first, second] = reports.map(whatItCan);
    expect(first?.[0]).toBe('qbusiness:ChatSync application yes');
    expect(second?.[0]).toBe('qbusiness:Chat application yes');
  });

  test('an action that needs two resources is allowed where both are', () => {
    const web = '3b1f0c77-0d5e-4b8e-9c34-1f2a6d7e8b90';
    expect(whatItCan(only(ask(caseText('url-issuer/p.json'))))).toEqual([
      `qbusiness:CreateAnonymousWebExperienceUrl application yesIf the resource is ${ARN}/web-experience/${web}`,
    ]);
    expect(whatItCan(only(ask(caseText('url-issuer/star.json'))))).toEqual([
      'qbusiness:CreateAnonymousWebExperienceUrl application yes',
    ]);
    const oneOnly = policy({
      Effect: 'Allow',
      Action: 'qbusiness:CreateAnonymousWebExperienceUrl',
      Resource: ARN,
    });
    expect(whatItCan(only(ask(oneOnly)))).toEqual([]);
  });

  test('on one index is yes for that index', () => {
    const text = policy({
      Effect: 'Allow',
      Action: ['qbusiness:BatchPutDocument', 'qbusiness:CreateUser'],
      Resource: [ARN, `${ARN}/index/i1`],
    });
    expect(whatItCan(only(ask(text)))).toEqual([
      `qbusiness:BatchPutDocument application yesIf the resource is ${ARN}/index/i1`,
      'qbusiness:CreateUser application yes',
    ]);
  });

  test('with a limit on the network is yes, if the limit is kept', () => {
    const text = policy({
      Effect: 'Allow',
      Action: 'qbusiness:Chat',
      Resource: ARN,
      Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    });
    expect(whatItCan(only(ask(text)))).toEqual([
      'qbusiness:Chat application yesIf aws:SourceIp is in 203.0.113.0/24',
    ]);
    expect(accessSentences(ask(text))).toContain(
      'On the application the role may call qbusiness:Chat, if aws:SourceIp is in 203.0.113.0/24.',
    );
  });

  test('in another account only if the owner agrees', () => {
    const report = only(ask(policy({ Effect: 'Allow', Action: '*', Resource: '*' })));
    const yes = report.actions.filter(({ verdict }) => verdict === 'yes');
    expect(yes.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['qbusiness:Chat', '*', 'iam:PassRole']),
    );
    const named = only(
      ask(
        policy({ Effect: 'Allow', Action: 'qbusiness:Chat', Resource: '*' }),
        policy({ Effect: 'Allow', Action: 'qbusiness:GetIndex', Resource: ARN }),
      ),
    );
    expect(whatItCan(named)).toContain(
      'qbusiness:Chat other-account yesIf the owner of the resource allows it, too',
    );
  });

  test('is refused by a Deny, which is said', () => {
    const allow = { Effect: 'Allow', Action: 'qbusiness:Chat*', Resource: ARN };
    const deny = { Sid: 'No', Effect: 'Deny', Action: 'qbusiness:Chat', Resource: '*' };
    const report = only(ask(policy(allow, deny)));
    const chat = report.actions.find(({ action }) => action === 'qbusiness:Chat');
    expect(chat).toMatchObject({ verdict: 'no', isRefused: true });
    expect(chat?.decidedBy[0]).toMatchObject({ sid: 'No', effect: 'Deny' });
    expect(accessSentences(ask(policy(allow, deny)))).toContain(
      'On the application a Deny refuses qbusiness:Chat.',
    );
  });

  test('is not decided where policies and a boundary are missing, which are named', () => {
    const answer = ask(
      ...['attached', 'get-role-policy', 'get-role'].map((name) =>
        caseText(`boundary/${name}.json`),
      ),
    );
    const report = only(answer);
    expect(report).toMatchObject({ role: 'qb-api' });
    expect(report.missing).toHaveLength(3);
    expect(report.actions.every(({ verdict }) => verdict === 'notDecided')).toBe(true);
    const words = accessSentences(answer).join('\n');
    expect(words).toContain('arn:aws:iam::222233334444:policy/DevBoundary');
    expect(words).toContain('arn:aws:iam::aws:policy/AdministratorAccess');
    expect(whoCan(report)).toEqual({ 'arn:aws:iam::222233334444:role/backend': 'yes' });
  });

  test('rests on statements of which the lines are named', () => {
    const report = only(
      ask(policy({ Sid: 'Chat', Effect: 'Allow', Action: 'qbusiness:Chat', Resource: ARN })),
    );
    expect(report.actions.find(({ verdict }) => verdict === 'yes')?.decidedBy).toEqual([
      { text: 0, startLine: 4, endLine: 9, sid: 'Chat', effect: 'Allow', conditions: [] },
    ]);
  });
});

describe('documents', () => {
  test('of two roles stay apart, each under its name', () => {
    const role = (RoleName: string, Action: string) =>
      JSON.stringify({
        RoleName,
        PolicyName: 'p',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action, Resource: ARN }],
        },
      });
    const { reports } = ask(role('One', 'qbusiness:Chat'), role('Two', 'qbusiness:ChatSync'));
    expect(reports.map((report) => [report.role, whatItCan(report)])).toEqual([
      ['One', ['qbusiness:Chat application yes']],
      ['Two', ['qbusiness:ChatSync application yes']],
    ]);
  });

  test('on other things are said to be none of a role', () => {
    const answer = ask(caseText('theme-bucket/bucket.json'));
    expect(answer.reports).toEqual([]);
    expect(accessSentences(answer).join()).toContain('a policy of another resource than a role');
  });

  test('that cannot be read say nothing', () => {
    expect(ask('', '[', 'x')).toEqual({ reports: [], resourcePolicies: [] });
  });
});

test('with very many applications or callers some are tested, and the others are counted', () => {
  const applications = Array.from(
    { length: 30 },
    (_, i) => `arn:aws:qbusiness:us-east-1:111122223333:application/app-${i}`,
  );
  const callers = Array.from({ length: 70 }, (_, i) => `arn:aws:iam::111122223333:role/R${i}`);
  const role = {
    Role: {
      RoleName: 'R',
      Arn: 'arn:aws:iam::111122223333:role/R',
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { AWS: callers }, Action: 'sts:AssumeRole' }],
      },
    },
    RolePolicyList: [
      {
        RoleName: 'R',
        PolicyName: 'P',
        PolicyDocument: {
          Statement: [{ Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: applications }],
        },
      },
    ],
  };
  const { reports } = accessTexts({ texts: [JSON.stringify(role)] });
  expect(reports).toHaveLength(12);
  expect(reports[0]?.notTested).toEqual([
    '18 more applications that the documents name',
    '10 more callers that the documents name',
  ]);
  const answerTo = (label: string) =>
    reports[0]?.requesters.find((row) => row.label === label)?.verdict;
  expect(answerTo('arn:aws:iam::111122223333:role/R0')).toBe('yes');
  // Those that are not tested are no other roles of the account.
  expect(answerTo('Another role of the same account')).toBe('no');
});
