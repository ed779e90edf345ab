import { describe, expect, test } from 'vitest';
import { accessTexts, type AccessReport } from './accessTexts';
import { applicationArn, applicationId, ask, only, policy, whoCan } from './accessTexts.testing';
import { accessSentences } from './accessWords';
import { caseText } from './cases.testing';

/** Action, target and verdict of all that the role can do or may be able to do. */
const whatItCan = (report: AccessReport) =>
  report.actions
    .filter(({ verdict }) => verdict !== 'no')
    .map(({ action, target, verdict, conditions }) =>
      [action, target, verdict, ...conditions].join(' '),
    );

describe('what the role can do', () => {
  test('is answered for every application that the documents name', () => {
    const { reports } = ask(caseText('two-apps/p.json'));
    expect(reports.map(({ application }) => application.applicationId)).toEqual([
      applicationId,
      '0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6',
    ]);
    const [first, second] = reports.map(whatItCan);
    expect(first?.[0]).toBe('qbusiness:ChatSync application yes');
    expect(second?.[0]).toBe('qbusiness:Chat application yes');
  });

  test('an action that needs two resources is allowed where both are', () => {
    const web = '3b1f0c77-0d5e-4b8e-9c34-1f2a6d7e8b90';
    expect(whatItCan(only(ask(caseText('url-issuer/p.json'))))).toEqual([
      `qbusiness:CreateAnonymousWebExperienceUrl application yesIf the resource is ${applicationArn}/web-experience/${web}`,
    ]);
    expect(whatItCan(only(ask(caseText('url-issuer/star.json'))))).toEqual([
      'qbusiness:CreateAnonymousWebExperienceUrl application yes',
    ]);
    const oneOnly = policy({
      Effect: 'Allow',
      Action: 'qbusiness:CreateAnonymousWebExperienceUrl',
      Resource: applicationArn,
    });
    expect(whatItCan(only(ask(oneOnly)))).toEqual([]);
  });

  test('on one index is yes for that index', () => {
    const text = policy({
      Effect: 'Allow',
      Action: ['qbusiness:BatchPutDocument', 'qbusiness:CreateUser'],
      Resource: [applicationArn, `${applicationArn}/index/i1`],
    });
    expect(whatItCan(only(ask(text)))).toEqual([
      `qbusiness:BatchPutDocument application yesIf the resource is ${applicationArn}/index/i1`,
      'qbusiness:CreateUser application yes',
    ]);
  });

  test('in more ways than are listed says how many others there are', () => {
    const conditionsOf = (count: number) => {
      const statements = Array.from({ length: count }, (_, index) => ({
        Effect: 'Allow',
        Action: 'qbusiness:Chat',
        Resource: applicationArn,
        Condition: { StringEquals: { 'aws:PrincipalTag/team': `t${index}` } },
      }));
      return only(ask(policy(...statements))).actions.find(
        ({ action, target }) => action === 'qbusiness:Chat' && target === 'application',
      )?.conditions;
    };
    expect(conditionsOf(4)).toHaveLength(4);
    expect(conditionsOf(5)?.slice(3)).toEqual([
      'aws:PrincipalTag/team is t3',
      'another statement allows it',
    ]);
    expect(conditionsOf(6)?.slice(4)).toEqual(['one of 2 other statements allows it']);
  });

  test('with a limit on the network is yes, if the limit is kept', () => {
    const text = policy({
      Effect: 'Allow',
      Action: 'qbusiness:Chat',
      Resource: applicationArn,
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
        policy({ Effect: 'Allow', Action: 'qbusiness:GetIndex', Resource: applicationArn }),
      ),
    );
    expect(whatItCan(named)).toContain(
      'qbusiness:Chat other-account yesIf the owner of the resource allows it, too',
    );
  });

  test('is refused by a Deny, which is said', () => {
    const allow = { Effect: 'Allow', Action: 'qbusiness:Chat*', Resource: applicationArn };
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
      ask(
        policy({
          Sid: 'Chat',
          Effect: 'Allow',
          Action: 'qbusiness:Chat',
          Resource: applicationArn,
        }),
      ),
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
          Statement: [{ Effect: 'Allow', Action, Resource: applicationArn }],
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
