import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { draftRole } from '../qbusiness/draft';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from '../qbusiness/examples';
import { planRole } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { orderOfWork, printWorkStep } from './orderOfWork';

const stepsOf = (values: RoleFormValues) => orderOfWork(planRole(draftRole(values).template));

const operations = (values: RoleFormValues) =>
  stepsOf(values).flatMap(({ script, command }) =>
    script === undefined ? (command?.subcommand.slice(-1) ?? []) : [script],
  );

describe('the order of work', () => {
  test('finds the web experience where its ID is not known', () => {
    expect(operations(exampleFormValues)).toEqual([
      'get-caller-identity',
      'get-application',
      'get-application',
      'apply',
      'verify',
      'list-web-experiences',
      'update-web-experience',
      'create-web-experience',
      'get-web-experience',
      'create-anonymous-web-experience-url',
    ]);
  });

  test('fills in the ID of the web experience where it is known', () => {
    const webExperienceId = 'b2c3d4e5-6789-01bc-def0-example22222';
    const values = { ...exampleFormValues, webExperienceId };
    expect(operations(values).slice(5)).toEqual([
      'update-web-experience',
      'get-web-experience',
      'create-anonymous-web-experience-url',
    ]);
    for (const step of stepsOf(values).slice(-3)) {
      expect(printWorkStep(step, 'sh')).toContain(webExperienceId);
    }
  });

  test('ends with a question by the caller of an API', () => {
    expect(operations(exampleOfCaller('lambda')).slice(3, 5)).toEqual(['apply', 'verify']);
    expect(operations(exampleOfCaller('lambda')).at(-1)).toBe('chat-sync');
  });

  test('checks every application', () => {
    const other = 'f0e1d2c3-5678-90ab-cdef-0123456789ab';
    const texts = stepsOf({ ...exampleFormValues, otherApplications: [{ value: other }] }).map(
      (step) => printWorkStep(step, 'sh') ?? '',
    );
    expect(texts.filter((text) => text.includes(other))).toHaveLength(2);
  });

  test.each(exampleOfEveryKind)('of $accessMode $caller is read by sh', (values) => {
    for (const step of stepsOf(values)) {
      const printed = printWorkStep(step, 'sh');
      if (printed === undefined) continue;
      const { status, stderr } = spawnSync('sh', ['-n'], { input: printed, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  });

  test('waits until a status is reached, and no longer', () => {
    const wait = stepsOf(exampleFormValues).find(({ waitFor }) => waitFor !== undefined);
    const run = (statuses: string) =>
      spawnSync('sh', ['-s'], {
        input: `n=0; sleep() { :; }; aws() { echo x >&2; ${statuses}; }\n${wait && printWorkStep(wait, 'sh')}`,
        encoding: 'utf8',
      });
    expect(run('echo ACTIVE')).toMatchObject({ stdout: 'ACTIVE\n', stderr: 'x\n' });
    const never = run('echo CREATING');
    expect(never.stdout).toBe('CREATING\n');
    expect(never.stderr).toBe('x\n'.repeat(60));
  });
});
