// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../run.mjs';
import { percentile } from './statistics.mjs';

/** @returns {Promise<typeof import('./core')>} the built core, as fast as the page's worker runs it */
export async function builtCore() {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: 'scripts/bench/core.ts',
        outDir,
        rolldownOptions: { output: { entryFileNames: 'core.mjs' } },
      },
    });
    return await import(pathToFileURL(join(outDir, 'core.mjs')).href);
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

/**
 * Milliseconds for deciding, for each of two drawn documents, whether it allows what the other does not.
 *
 * @param {typeof import('./core')} core
 * @param {number} count questions
 */
export function pairs({ Dice, Solver, drawDocument, drawKeys, parsePolicy }, count) {
  const dice = new Dice(count);
  const times = [];
  const answers = { yes: 0, no: 0, notDecided: 0 };
  for (let i = 0; i < count / 2; i++) {
    const kinds = drawKeys(dice);
    const [one, other] = [0, 1].map(() => parsePolicy(drawDocument(dice, kinds)).document);
    if (one === undefined || other === undefined) throw new Error('Two documents are drawn');
    const solver = new Solver();
    for (const [more, less] of /** @type {const} */ ([
      [one, other],
      [other, one],
    ])) {
      const start = performance.now();
      const { answer } = solver.decide({
        claims: [
          { policies: { kind: 'identity', documents: [more] }, is: 'allowed' },
          { policies: { kind: 'identity', documents: [less] }, is: 'notAllowed' },
        ],
      });
      times.push(performance.now() - start);
      answers[answer] += 1;
    }
  }
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    longest: Math.max(...times),
    answers,
  };
}

/**
 * Milliseconds for reading a table of applications, judging its rows and making the archive of their files.
 *
 * @param {typeof import('./core')} core
 * @param {number} count rows, a hundred in an account
 */
export function batch(core, count) {
  const { archiveSteps, readBatch, RowMemory, sharedForm, verdictSteps } = core;
  const memory = new RowMemory();
  const text = csvOfRows(core, count);
  const start = performance.now();
  const { rows } = readBatch(text);
  const read = performance.now() - start;
  if (rows.length !== count) throw new Error('Rows were lost');
  const input = { rows, shared: sharedForm };
  const judging = timed(verdictSteps(input, memory));
  if (judging.answer.counts.ready !== count) throw new Error('Rows were refused');
  const archiving = timed(archiveSteps(input, memory));
  return {
    read,
    judge: judging.time,
    archive: archiving.time,
    longestStep: Math.max(read, judging.longest, archiving.longest),
    bytes: archiving.answer.reduce((sum, { length }) => sum + length, 0),
  };
}

/**
 * A table of applications as a file, a hundred in an account.
 *
 * @param {typeof import('./core')} core
 * @param {number} count
 */
export const csvOfRows = ({ batchCsv, exampleRows }, count) =>
  batchCsv(exampleRows(Math.ceil(count / 100), Math.min(100, count)).slice(0, count));

/**
 * @template Answer
 * @param {Generator<void, Answer>} steps
 */
function timed(steps) {
  const start = performance.now();
  let longest = 0;
  for (;;) {
    const begin = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - begin);
    if (step.done) return { answer: step.value, time: performance.now() - start, longest };
  }
}
