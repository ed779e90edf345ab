// @ts-check
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oracles } from './oracles/list.mjs';
import { failure, fromPlaywright, fromScript, fromVitest, reported, single } from './results.mjs';
import { npm, run, tool } from './run.mjs';

/**
 * One part of the tests.
 *
 * @typedef {object} Part
 * @property {string} id the name on the command line
 * @property {string} title
 * @property {string} [needs] the part without whose success this one cannot run
 * @property {boolean} [needsBrowser]
 * @property {() => Promise<import('./results.mjs').Result>} check
 */

const reports = mkdtempSync(join(tmpdir(), 'qbusiness-policies-'));

/** @param {string} script */
async function scriptResult(script) {
  const file = join(reports, `${script.replaceAll(/\W/g, '-')}.json`);
  const exitCode = await run(process.execPath, [script], { env: { RESULT_FILE: file } });
  return reported(file, exitCode, fromScript);
}

async function unitTests() {
  const file = join(reports, 'vitest.json');
  const exitCode = await tool('vitest/vitest.mjs', [
    'run',
    '--coverage',
    // A golden that is not there yet is a failure here, and written by `npx vitest run`.
    '--update=none',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return reported(file, exitCode, fromVitest);
}

/** @param {string} config */
async function journeys(config) {
  const file = join(reports, `${config.replaceAll(/\W/g, '-')}.json`);
  const exitCode = await tool(
    '@playwright/test/cli.js',
    ['test', '-c', config, '--reporter=list,json'],
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  return reported(file, exitCode, fromPlaywright);
}

/** @type {readonly Part[]} */
const parts = [
  {
    id: 'format',
    title: 'Formatting',
    check: async () => single(await tool('prettier/bin/prettier.cjs', ['--check', '.'])),
  },
  {
    id: 'lint',
    title: 'Lint',
    check: async () => single(await tool('oxlint/bin/oxlint', [])),
  },
  {
    id: 'types',
    title: 'Types',
    check: async () => single(await tool('typescript/bin/tsc', ['-b'])),
  },
  {
    id: 'unused',
    title: 'Unused files, exports and packages',
    check: async () => single(await tool('knip/bin/knip.js', [])),
  },
  { id: 'unit', title: 'Unit and property tests', check: unitTests },
  {
    id: 'build',
    title: 'Build',
    check: async () => single(await npm(['run', '--silent', 'build'])),
  },
  {
    id: 'sizes',
    title: 'Size budgets',
    needs: 'build',
    check: () => scriptResult('scripts/checkSizes.mjs'),
  },
  {
    id: 'e2e',
    title: 'Journeys in the browser',
    needs: 'build',
    needsBrowser: true,
    check: () => journeys('playwright.config.ts'),
  },
  {
    id: 'engines',
    title: 'Main journeys in Chromium, Firefox and WebKit',
    needs: 'build',
    check: () => journeys('e2e/engines/playwright.config.ts'),
  },
  ...oracles.map(({ id, title, script, needs }) => ({
    id: `tools/${id}`,
    title,
    ...(needs && { needs }),
    check: () => scriptResult(script),
  })),
];

/**
 * @param {readonly string[]} names ids, or the part of one before the slash; none means all
 * @returns {readonly Part[]} in running order, with the parts that they need
 */
export function chosenParts(names) {
  const unknown = names.find((name) => !parts.some((part) => answersTo(part, name)));
  if (unknown !== undefined) {
    throw new Error(
      `There is no part “${unknown}”. Parts: ${parts.map((part) => part.id).join(', ')}`,
    );
  }
  const named = parts.filter(
    (part) => names.length === 0 || names.some((name) => answersTo(part, name)),
  );
  return parts.filter(
    (part) => named.includes(part) || named.some(({ needs }) => needs === part.id),
  );
}

/**
 * @param {Part} part
 * @param {string} name
 */
const answersTo = (part, name) => part.id === name || part.id.startsWith(`${name}/`);

/**
 * @param {Part} part
 * @param {{ readonly failedParts: ReadonlySet<string>, readonly hasBrowser: boolean }} circumstances
 */
export async function checkPart(part, { failedParts, hasBrowser }) {
  if (part.needs !== undefined && failedParts.has(part.needs)) {
    return failure(`not run, because “${part.needs}” failed`);
  }
  if (part.needsBrowser && !hasBrowser) {
    return failure(
      'not run: there is no Chromium and none could be installed; install one, or name it in CHROMIUM_PATH',
    );
  }
  return part.check();
}
