import { describe, expect, test } from 'vitest';
import { auditTexts } from '@/documents/auditTexts';
import { overviewOf } from './roleReports';

const app =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'application.qbusiness.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
};
const permissions = (action: string, resource = app) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
});
const role = (name: string, action: string) => ({
  RoleName: name,
  Arn: `arn:aws:iam::445566778899:role/${name}`,
  AssumeRolePolicyDocument: trust,
  RolePolicyList: [{ PolicyName: 'chat', PolicyDocument: permissions(action) }],
});
const check = (...texts: unknown[]) =>
  auditTexts({
    texts: texts.map((text) => ({
      text: typeof text === 'string' ? text : JSON.stringify(text, null, 2),
    })),
  });
const account = {
  RoleDetailList: [role('First', 'qbusiness:Chat'), role('Second', 'qbusiness:*')],
};

describe('the overview of a check', () => {
  test('keeps roles apart, each with its own findings', () => {
    const { roles, shown } = overviewOf(check(account), undefined);
    expect(roles.map(({ name }) => name)).toEqual(['First', 'Second']);
    expect(shown?.name).toBe('First');
    const rules = (key: string | undefined) =>
      overviewOf(check(account), key).shown?.findingList.map(({ rule }) => rule);
    expect(rules(roles[0]?.key)).not.toContain('QBUSINESS_WILDCARD_ACTION');
    expect(rules(roles[1]?.key)).toContain('QBUSINESS_WILDCARD_ACTION');
  });

  test('counts what it lists', () => {
    const { roles } = overviewOf(check(account), undefined);
    for (const { key, findings } of roles) {
      const list = overviewOf(check(account), key).shown?.findingList ?? [];
      expect(Object.values(findings).reduce((sum, count) => sum + count, 0)).toBe(list.length);
    }
  });

  test('puts two texts of one role together and says which is which', () => {
    const { roles, shown } = overviewOf(check(trust, permissions('qbusiness:*')), undefined);
    expect(roles).toHaveLength(1);
    expect(shown?.texts).toEqual([0, 1]);
    expect(shown?.documentList.map(({ text, kind }) => `${text} ${kind}`)).toEqual([
      '0 trust',
      '1 identity',
    ]);
    expect(shown?.findingList.find(({ rule }) => rule === 'QBUSINESS_WILDCARD_ACTION')?.text).toBe(
      1,
    );
  });

  test('gives a mistake in the text to the role beside it', () => {
    const [first, second] = account.RoleDetailList.map((one) => JSON.stringify({ Role: one }));
    const broken = second?.replace('"Version"', ',"Version"');
    const audit = check(`${first}\n${broken}`);
    const { roles } = overviewOf(audit, undefined);
    expect(roles.map(({ findings }) => findings.error > 0)).toEqual([false, true]);
  });

  test('shows a text without a document, with what is wrong with it', () => {
    const { roles, shown } = overviewOf(check('Dear team, the role is attached.'), undefined);
    expect(roles).toHaveLength(1);
    expect(shown?.findingList.length).toBeGreaterThan(0);
    expect(shown?.documents).toBe(0);
  });

  test('names the application that the documents are about', () => {
    expect(overviewOf(check(account), undefined).shown?.application).toEqual({
      region: 'us-west-2',
      accountId: '445566778899',
      applicationId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
    });
    expect(overviewOf(check(trust), undefined).shown?.application).toBeUndefined();
  });

  test('falls back to the first role when the shown one is gone', () => {
    expect(overviewOf(check(account), 'gone').shown?.name).toBe('First');
  });
});
