// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** @typedef {(holds: boolean, what: string, evidence?: string) => void} Check evidence is printed where it does not hold */

/**
 * Counts checks, reports progress and cleans up for one oracle.
 *
 * @typedef {object} Harness
 * @property {string} folder for files; gone when the program ends, however it ends
 * @property {Check} check
 * @property {(what: string, why: string) => void} skip
 * @property {(text: string) => void} note goes into the summary of `npm test`
 * @property {(text: string) => void} say progress, with the seconds since the start
 * @property {(title: string) => Check} checkOf a check whose sentences begin with the title
 * @property {() => void} finish writes the report and sets the exit code; call it last
 */

/**
 * @param {string} name
 * @returns {Harness}
 */
export function startHarness(name) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const notes = [];
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

  /** @type {Check} */
  const check = (holds, what, evidence = '') => {
    if (holds) {
      counts.passed += 1;
      return;
    }
    counts.failed += 1;
    notes.push(`failed: ${what}`);
    console.error(`✗ ${what}\n${evidence}`);
  };

  return {
    folder,
    check,
    checkOf: (title) => (holds, what, evidence) => check(holds, `${title}: ${what}`, evidence),
    skip: (what, why) => {
      counts.skipped += 1;
      notes.push(`skipped: ${what} (${why})`);
    },
    note: (text) => notes.push(text),
    say: (text) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${seconds.padStart(6)} s  ${text}`);
    },
    finish: () => {
      for (const note of notes) console.log(note);
      const { passed, failed, skipped } = counts;
      console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
      const report = process.env['RESULT_FILE'];
      if (report !== undefined) writeFileSync(report, JSON.stringify({ ...counts, notes }));
      process.exitCode = failed > 0 ? 1 : 0;
    },
  };
}

/**
 * @param {string} folder
 * @param {Iterable<readonly [path: string, contents: string]>} files
 */
export function writeFiles(folder, files) {
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}

/**
 * Does the jobs one after another in each of several lanes.
 *
 * @template Job
 * @param {number} lanes
 * @param {Iterable<Job>} jobs
 * @param {(job: Job, lane: number) => Promise<void>} work
 */
export async function inLanes(lanes, jobs, work) {
  const waiting = jobs[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let next = waiting.next(); !next.done; next = waiting.next()) {
        await work(next.value, lane);
      }
    }),
  );
}
