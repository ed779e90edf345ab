import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fromPlaywright, fromScript, fromVitest, reported } from './results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, text);
  return file;
}

describe('a report is not believed blindly', () => {
  test('counts and an exit code that agree are taken as they are', () => {
    const file = fileWith('{"passed":2,"failed":0,"skipped":1,"notes":["skipped: x (y)"]}');
    expect(reported(file, 0, fromScript)).toEqual({
      passed: 2,
      failed: 0,
      skipped: 1,
      notes: ['skipped: x (y)'],
    });
  });

  test.each([
    ['a missing file', () => join(folder, 'absent.json')],
    ['half a file', () => fileWith('{"passed":')],
  ])('%s is a failure', (_, file) => {
    expect(reported(file(), 0, fromScript)).toMatchObject({ passed: 0, failed: 1 });
  });

  test.each([
    ['nothing checked', '{"passed":0,"failed":0,"skipped":0}', 0],
    ['a failing exit code without a failed check', '{"passed":3,"failed":0,"skipped":0}', 1],
    ['a count that is none', '{"passed":"3","failed":0,"skipped":0}', 0],
    ['a negative count', '{"passed":3,"failed":-1,"skipped":0}', 0],
  ])('%s is a failure', (_, text, exitCode) => {
    expect(reported(fileWith(text), exitCode, fromScript).failed).toBe(1);
  });
});

test('a test file that cannot be loaded counts as one failure', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      {
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'a' },
          { status: 'failed', fullName: 'b' },
          { status: 'todo', fullName: 'c' },
        ],
      },
    ],
  };
  expect(fromVitest(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    notes: ['skipped: c (marked todo)'],
  });
});

test('a journey that passed only when repeated counts as failed; a skipped one says why', () => {
  const skipped = {
    title: 'prints',
    tests: [
      {
        status: 'skipped',
        projectName: 'phone',
        annotations: [{ type: 'skip', description: 'no printer' }],
      },
    ],
  };
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [{ message: 'the server did not start' }],
    suites: [{ specs: [], suites: [{ specs: [skipped] }] }],
  };
  expect(fromPlaywright(report)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 1,
    notes: ['skipped: prints, phone (no printer)'],
  });
});
