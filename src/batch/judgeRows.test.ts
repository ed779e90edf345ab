import { describe, expect, test } from 'vitest';
import { exampleRows, sharedForm } from './batch.testing';
import { emptyRow, type BatchColumn, type BatchRow } from './batchRow';
import { judgeBatch } from './judgeRows';

const id = '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';

const row = (
  texts: Partial<Record<BatchColumn, string>>,
  rest: Partial<BatchRow> = {},
): BatchRow => ({
  ...emptyRow(JSON.stringify(texts)),
  texts: { region: 'us-east-1', accountId: '222233334444', applicationId: id, ...texts },
  ...rest,
});

const notesOf = (rows: readonly BatchRow[], index = 0, form = sharedForm) =>
  judgeBatch(rows, form).rows[index]?.notes;

describe('a row', () => {
  test('takes from the form what it leaves empty, but never another application’s own values', () => {
    const { accountId: _, ...texts } = row({}).texts;
    const form = {
      ...sharedForm,
      accountId: '555566667777',
      roleName: 'of-the-form',
      webExperienceId: 'x',
    };
    const [judged] = judgeBatch([{ ...row({}), texts }], form).rows;
    expect(judged?.values).toMatchObject({
      accountId: '555566667777',
      roleName: '',
      webExperienceId: '',
    });
    expect(judged?.plan?.roleName).toBe('QBusinessAnonymousWeb-7f3c9d52');
  });

  test('overrides any value of the form', () => {
    const [judged] = judgeBatch(
      [row({ attachment: 'managed', description: 'Jobs' })],
      sharedForm,
    ).rows;
    expect(judged?.plan?.permissionsPolicy.attachment).toBe('managed');
  });

  test('has its errors in their cells', () => {
    expect(notesOf([row({ region: 'us-east!', applicationId: 'short' })])).toMatchObject([
      { tone: 'error', column: 'region' },
      { tone: 'error', column: 'applicationId' },
    ]);
    expect(notesOf([row({ accessMode: 'magic' })])).toMatchObject([
      { tone: 'error', column: 'accessMode' },
    ]);
  });

  test('is refused where it says two things of one value', () => {
    const says = (texts: Partial<Record<BatchColumn, string>>) =>
      notesOf([row(texts)])?.flatMap(({ tone, column, message }) =>
        tone === 'error' ? [[column, message]] : [],
      );
    expect(says({ region: 'us-east-1 ≠ us-west-2' })).toEqual([
      ['region', 'The row says “us-east-1” and “us-west-2”. Keep one'],
    ]);
    expect(says({ description: 'One ≠ Two' })).toEqual([
      ['description', 'The row says “One” and “Two”. Keep one'],
    ]);
    expect(
      says({ applicationId: `arn:aws:qbusiness:us-west-2:222233334444:application/${id}` }),
    ).toEqual([
      ['applicationId', 'This ARN says Region “us-west-2”, not “us-east-1”. Correct one of them'],
    ]);
  });

  test('drops no value of a caller that is not its own', () => {
    const callers = { lambda: { functionName: 'chat' } };
    expect(
      notesOf([row({ accessMode: 'api-only', caller: 'ecs-task' }, { others: { callers } })]),
    ).toContainEqual({
      tone: 'error',
      message:
        'callers.lambda.functionName: It needs the caller lambda, but the caller is ecs-task',
    });
    const [judged] = judgeBatch(
      [row({ accessMode: 'api-only', caller: 'lambda' }, { others: { callers } })],
      sharedForm,
    ).rows;
    expect(judged?.plan).toBeDefined();
  });

  test.each([
    ['222233334444.0', '222233334444'],
    ['22233334444,00', '022233334444'],
    ['222,233,334,444', '222233334444'],
    ['222.233.334.444', '222233334444'],
    ['2.22233334444E+11', '222233334444'],
    ['2.2233334444E+10', '022233334444'],
  ])('asks about an account that a spreadsheet wrote as %s', (accountId, suggestion) => {
    expect(notesOf([row({ accountId })])).toEqual([
      {
        tone: 'error',
        column: 'accountId',
        message: `A spreadsheet changed how this number is written: is it ${suggestion}?`,
        suggestion,
      },
    ]);
  });

  test.each(['2.22233E+11', '2E+11', '2,2223E+10'])('%s has lost digits', (accountId) => {
    const [note] = notesOf([row({ accountId })]) ?? [];
    expect(note?.message).toContain('last digits are lost');
  });

  test('drops no value that does not apply, and says what cleaning took out', () => {
    expect(
      notesOf([row({ accessMode: 'api-only', caller: 'rolesAnywhere', webExperienceId: id })]),
    ).toContainEqual({
      tone: 'error',
      column: 'webExperienceId',
      message: 'Web experience ID does not apply to this row. Leave it empty',
    });
    expect(notesOf([row({ accountId: '2222-3333-4444' })])).toMatchObject([
      { tone: 'caution', column: 'accountId' },
    ]);
  });

  test.each([
    ['12345678901', '012345678901'],
    ['234567890', '000234567890'],
  ])('asks about a lost leading zero of %s, and does not pad it', (accountId, suggestion) => {
    const judged = judgeBatch([row({ accountId })], sharedForm);
    expect(judged.counts.ready).toBe(0);
    expect(judged.rows[0]?.notes).toMatchObject([{ column: 'accountId', suggestion }]);
  });

  test('says when a spreadsheet made a power of ten of the account', () => {
    expect(notesOf([row({ accountId: '1.23457E+11' })])).toMatchObject([
      {
        column: 'accountId',
        message:
          'A spreadsheet changed this number and its last digits are lost. Enter the account ID',
      },
    ]);
  });

  test('is left out with the reason where the application signs its users in', () => {
    const judged = judgeBatch([row({}, { identityType: 'AWS_IAM_IDC' })], sharedForm);
    expect(judged.counts).toMatchObject({ ready: 0, leftOut: 1, errors: 0 });
    expect(judged.rows[0]?.leftOut).toContain('signs its users in (AWS_IAM_IDC)');
    const [odd] = judgeBatch([row({}, { identityType: 'N/A' })], sharedForm).rows;
    expect(odd?.leftOut).toBe(
      'The identity type is “N/A”, not ANONYMOUS; these roles are for anonymous access',
    );
  });
});

describe('between rows', () => {
  test('an application that stands twice', () => {
    expect(notesOf([row({}, { line: 2 }), row({}, { line: 3 })], 1)).toEqual([
      { tone: 'error', column: 'applicationId', message: `The same as line 2 (application ${id})` },
    ]);
  });

  test('role names that IAM cannot tell apart', () => {
    const other = id.replace('7', '8');
    const rows = [row({ roleName: 'Chat' }), row({ roleName: 'CHAT', applicationId: other })];
    expect(notesOf(rows, 1)).toMatchObject([{ column: 'roleName', tone: 'error' }]);
    const elsewhere = row({ roleName: 'CHAT', applicationId: other, accountId: '555566667777' });
    expect(notesOf([row({ roleName: 'Chat' }), elsewhere], 1)).toEqual([]);
  });

  test('managed policies of one name', () => {
    const other = id.replace('7', '8');
    const managed = { attachment: 'managed', policyName: 'Chat' };
    expect(notesOf([row(managed), row({ ...managed, applicationId: other })], 1)).toMatchObject([
      { column: 'policyName', tone: 'error' },
    ]);
    const upper = { ...managed, policyName: 'CHAT', applicationId: other };
    expect(notesOf([row(managed), row(upper)], 1)).toMatchObject([
      { column: 'policyName', tone: 'error' },
    ]);
  });

  test('more roles than an account may have', () => {
    const { accounts, counts } = judgeBatch(exampleRows(1, 1001), sharedForm);
    expect(counts.ready).toBe(1001);
    expect(judgeBatch(exampleRows(1, 1000), sharedForm).accounts).toEqual([]);
    expect(accounts).toEqual([
      {
        accountId: '222233330000',
        message: '1,001 roles: an account may have 1,000 unless its quota was raised',
      },
    ]);
  });
});
