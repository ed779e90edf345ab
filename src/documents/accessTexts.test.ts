import { describe, expect, test } from 'vitest';
import { printPolicy } from '../exporters/policyDocuments';
import { contextOf, requestersOf, settingOf } from '../qbusiness/access';
import { draftRole } from '../qbusiness/draft';
import { exampleFormValues } from '../qbusiness/examples';
import { planRole } from '../qbusiness/plan';
import { accessTexts } from './accessTexts';
import { accessSentences } from './accessWords';

const plan = planRole(draftRole(exampleFormValues).template);
if (plan.target === 'existing-role') throw new Error('The example is a new role');
const [permissions, trust] = [plan.permissionsPolicy.document, plan.role.trustPolicy].map(
  (document) => printPolicy(document).text,
);
const texts = [permissions ?? '', trust ?? ''];
const setting = settingOf(plan);
const ofPlan = () =>
  accessTexts({
    texts,
    setting,
    roleArn: plan.roleArn,
    context: contextOf(plan),
    requesters: requestersOf(plan),
  });

describe('the access of a plan', () => {
  test('is every action on every target, with the lines of the deciding statement', () => {
    const { actions, requesters } = ofPlan();
    expect(actions).toHaveLength(4 * 96);
    const allowed = actions.filter(({ decision }) => decision === 'allowed');
    expect(allowed).toHaveLength(5);
    expect(allowed[0]?.decidedBy).toEqual([
      {
        text: 0,
        startLine: 4,
        endLine: 15,
        sid: 'QBusinessAnonymousWebExperienceConversationPermissions',
        effect: 'Allow',
        conditions: [],
      },
    ]);
    const [service, ...others] = requesters;
    expect(service).toMatchObject({ decision: 'allowed', isIntended: true });
    expect(service?.decidedBy[0]).toMatchObject({ text: 1, startLine: 4 });
    expect(service?.decidedBy[0]?.conditions[0]).toBe('aws:SourceAccount is 111122223333');
    expect(others.every(({ decision }) => decision === 'implicitDeny')).toBe(true);
  });

  test('is said in sentences', () => {
    const sentences = accessSentences(ofPlan());
    expect(sentences[0]).toBe(
      'On the application the role may call qbusiness:Chat, qbusiness:ChatSync, qbusiness:GetApplication, qbusiness:GetChatControlsConfiguration, qbusiness:PutFeedback.',
    );
    expect(sentences).toContain('Elsewhere the role may call nothing that was asked about.');
    expect(sentences).toContain('Can become the role: Amazon Q Business, for this application.');
  });
});

describe('the access of pasted documents', () => {
  const ask = (...statements: readonly object[]) =>
    accessTexts({
      texts: [JSON.stringify({ Version: '2012-10-17', Statement: statements })],
      setting,
      roleArn: plan.roleArn,
    });
  const OTHER =
    'arn:aws:qbusiness:eu-west-1:998877665544:application/1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

  test('is about the application that they name', () => {
    expect(ask({ Effect: 'Allow', Action: 'qbusiness:Chat', Resource: OTHER }).setting).toEqual({
      partition: 'aws',
      region: 'eu-west-1',
      accountId: '998877665544',
      applicationId: '1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
    });
    expect(ask({ Effect: 'Allow', Action: '*', Resource: '*' }).setting).toEqual(setting);
  });

  test('is not decided where nothing is known about the call, and says so', () => {
    const report = ask({
      Effect: 'Allow',
      Action: 'qbusiness:Chat',
      Resource: OTHER,
      Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    });
    const open = report.actions.filter(({ decision }) => decision === 'notDecided');
    expect(open.map(({ action, target }) => [action, target])).toEqual([
      ['qbusiness:Chat', 'application'],
    ]);
    expect(accessSentences(report)[0]).toBe(
      'On the application it is not decided for qbusiness:Chat: a condition asks for something that is not known about the call.',
    );
  });

  test('counts what is too much to list', () => {
    const [first, second] = accessSentences(ask({ Effect: 'Allow', Action: '*', Resource: '*' }));
    expect(first).toBe(
      'On the application the role may call 93 actions of Amazon Q Business, iam:PassRole, sts:AssumeRole, s3:GetObject.',
    );
    expect(second).toMatch(/^On another application of the account/);
  });

  test('asks about everybody whom the trust policy names', () => {
    const { requesters } = ask({
      Effect: 'Allow',
      Principal: {
        AWS: ['998877665544', 'arn:aws:iam::998877665544:role/Deploy'],
        Service: 'ec2.amazonaws.com',
      },
      Action: 'sts:AssumeRole',
    });
    const can = requesters.filter(({ decision }) => decision === 'allowed');
    expect(can.map(({ label }) => label)).toEqual([
      '998877665544',
      'arn:aws:iam::998877665544:role/Deploy',
      'ec2.amazonaws.com',
    ]);
  });

  test('of what cannot be read is empty', () => {
    expect(accessTexts({ texts: ['', '[', 'x'], setting, roleArn: '' }).requesters).toEqual([]);
  });
});
