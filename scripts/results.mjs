// @ts-check
import { readFileSync } from 'node:fs';

/**
 * What one part of the tests found.
 *
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} notes sentences for the summary: `skipped: <what> (<why>)`, or why it failed
 */

/**
 * @param {string} note
 * @returns {Result}
 */
export const failure = (note) => ({ passed: 0, failed: 1, skipped: 0, notes: [note] });

/**
 * A check that only passes or fails.
 *
 * @param {number} exitCode
 * @returns {Result}
 */
export const single = (exitCode) =>
  exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0, notes: [] }
    : { passed: 0, failed: 1, skipped: 0, notes: [] };

/**
 * Reads the report of a program. A missing report, a report without checks, and one that contradicts the
 * exit code count as a failure.
 *
 * @param {string} file
 * @param {number} exitCode
 * @param {(report: any) => Result} read turns the program's own report into a result
 * @returns {Result}
 */
export function reported(file, exitCode, read) {
  let result;
  try {
    result = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return failure(`no readable report (exit code ${exitCode}): ${String(error)}`);
  }
  if (result.passed + result.failed + result.skipped === 0) return failure('nothing was checked');
  return exitCode !== 0 && result.failed === 0
    ? {
        ...result,
        failed: 1,
        notes: [...result.notes, `exit code ${exitCode} although no check failed`],
      }
    : result;
}

/**
 * The report of a script of this project, written to RESULT_FILE.
 *
 * @param {any} report
 * @returns {Result}
 */
export function fromScript({ passed, failed, skipped, notes = [] }) {
  for (const count of [passed, failed, skipped]) {
    if (!Number.isInteger(count) || count < 0) throw new Error(`not a count: ${count}`);
  }
  return { passed, failed, skipped, notes };
}

/**
 * Vitest's `json` reporter. A file that cannot be loaded has no tests; it counts as one failure.
 *
 * @param {any} report
 * @returns {Result}
 */
export function fromVitest({ numPassedTests, numFailedTests, testResults }) {
  const unloadable = testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const skipped = testResults
    .flatMap((/** @type {any} */ file) => file.assertionResults)
    .filter((/** @type {any} */ test) => ['skipped', 'pending', 'todo'].includes(test.status));
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloadable.length,
    skipped: skipped.length,
    notes: skipped.map(
      (/** @type {any} */ test) => `skipped: ${test.fullName} (marked ${test.status})`,
    ),
  };
}

/**
 * Playwright's `json` reporter. A test that passed only when repeated is flaky, and counts as failed.
 *
 * @param {any} report
 * @returns {Result}
 */
export function fromPlaywright({ stats, errors, suites }) {
  /** @type {string[]} */
  const notes = [];
  const visit = (/** @type {any} */ suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests.filter((/** @type {any} */ one) => one.status === 'flaky')) {
        notes.push(`flaky: ${spec.title}, ${test.projectName} (passed only when repeated)`);
      }
      for (const test of spec.tests.filter((/** @type {any} */ one) => one.status === 'skipped')) {
        const reason = test.annotations.find((/** @type {any} */ one) => one.type === 'skip');
        notes.push(
          `skipped: ${spec.title}, ${test.projectName} (${reason?.description ?? 'marked skip'})`,
        );
      }
    }
    suite.suites?.forEach(visit);
  };
  suites.forEach(visit);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    notes,
  };
}
