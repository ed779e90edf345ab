import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fromPlaywright, fromScript, fromVitest, reported } from './results.mjs';
import { root } from './run.mjs';

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
  const flaky = {
    title: 'saves',
    tests: [{ status: 'flaky', projectName: 'chromium', annotations: [] }],
  };
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [{ message: 'the server did not start' }],
    suites: [{ specs: [], suites: [{ specs: [skipped, flaky] }] }],
  };
  expect(fromPlaywright(report)).toEqual({
    passed: 4,
    failed: 3,
    skipped: 1,
    notes: [
      'skipped: prints, phone (no printer)',
      'flaky: saves, chromium (passed only when repeated)',
    ],
  });
});

test('Playwright itself reports a test that passes at the second attempt as flaky, and that fails', () => {
  const project = join(folder, 'flaky');
  mkdirSync(join(project, 'node_modules/@playwright'), { recursive: true });
  for (const name of ['@playwright/test', 'playwright', 'playwright-core']) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name), 'junction');
  }
  writeFileSync(
    join(project, 'playwright.config.mjs'),
    "export default { retries: 2, projects: [{ name: 'once' }] };",
  );
  writeFileSync(
    join(project, 'once.spec.mjs'),
    "import { expect, test } from '@playwright/test';\n" +
      "test('works at last', ({}, { retry }) => expect(retry).toBe(1));\n",
  );
  const report = join(project, 'report.json');
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--reporter=json'],
    { cwd: project, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  expect(reported(report, status ?? -1, fromPlaywright)).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
    notes: ['flaky: works at last, once (passed only when repeated)'],
  });
});

test.each(['playwright.config.ts', 'e2e/engines/playwright.config.ts'])(
  '%s repeats, and fails on what is flaky',
  (config) => {
    expect(readFileSync(join(root, config), 'utf8')).toMatch(
      /\bretries: 2,\n\s+failOnFlakyTests: true,/,
    );
  },
);
