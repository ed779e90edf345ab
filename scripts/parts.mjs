// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeep } from './deep.mjs';
import { oracles } from './oracles/list.mjs';
import { failure, fromPlaywright, fromScript, fromVitest, reported, single } from './results.mjs';
import { run, tool } from './run.mjs';

/**
 * One part of the tests.
 *
 * @typedef {object} Part
 * @property {string} id the name on the command line
 * @property {string} title
 * @property {string} [needs] the part without whose success this one cannot run
 * @property {boolean} [needsBrowser]
 * @property {boolean} [isModest] leaves half of two processors idle: two such parts run side by side, and
 *   show their output only where they fail
 * @property {() => Promise<import('./results.mjs').Result>} check
 */

const reports = mkdtempSync(join(tmpdir(), 'qbusiness-policies-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @param {string} script @param {boolean} [quiet] */
async function scriptResult(script, quiet = false) {
  const file = join(reports, `${script.replaceAll(/\W/g, '-')}.json`);
  const exitCode = await run(process.execPath, [script], { env: { RESULT_FILE: file }, quiet });
  return reported(file, exitCode, fromScript);
}

async function unitTests() {
  const file = join(reports, 'vitest.json');
  const exitCode = await tool('vitest/vitest.mjs', [
    'run',
    // Counting takes a fifth of the time that the core's tests take.
    ...(isDeep ? ['--coverage'] : []),
    // A missing golden is a failure here; `npx vitest run` writes it.
    '--update=none',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return reported(file, exitCode, fromVitest);
}

/** @param {string} config @param {boolean} [quiet] */
async function journeys(config, quiet = false) {
  const file = join(reports, `${config.replaceAll(/\W/g, '-')}.json`);
  const exitCode = await tool(
    '@playwright/test/cli.js',
    ['test', '-c', config, '--reporter=list,json'],
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file }, quiet },
  );
  return reported(file, exitCode, fromPlaywright);
}

/** @type {readonly Part[]} */
const parts = [
  {
    id: 'format',
    title: 'Formatting',
    isModest: true,
    check: async () =>
      single(await tool('prettier/bin/prettier.cjs', ['--check', '.'], { quiet: true })),
  },
  {
    id: 'lint',
    title: 'Lint',
    isModest: true,
    check: async () => single(await tool('oxlint/bin/oxlint', [], { quiet: true })),
  },
  {
    id: 'types',
    title: 'Types',
    isModest: true,
    check: async () => single(await tool('typescript/bin/tsc', ['-b'], { quiet: true })),
  },
  {
    id: 'unused',
    title: 'Unused files, exports and packages',
    isModest: true,
    check: async () => single(await tool('knip/bin/knip.js', [], { quiet: true })),
  },
  {
    id: 'build',
    title: 'Build',
    isModest: true,
    check: async () => single(await tool('vite/bin/vite.js', ['build'], { quiet: true })),
  },
  { id: 'unit', title: 'Unit and property tests', check: unitTests },
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
    isModest: true,
    check: () => journeys('e2e/engines/playwright.config.ts', true),
  },
  ...oracles.map(({ id, title, script, needs }) => ({
    id: `tools/${id}`,
    title,
    ...(needs && { needs }),
    isModest: true,
    check: () => scriptResult(script, true),
  })),
  {
    id: 'sizes',
    title: 'Size budgets',
    needs: 'build',
    isModest: true,
    check: () => scriptResult('scripts/checkSizes.mjs', true),
  },
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
 * Parts that run at the same time, two of them at most: modest ones that follow each other, of which none
 * needs another.
 *
 * @template {Pick<Part, 'id' | 'needs' | 'isModest'>} P
 * @param {readonly P[]} chosen
 * @returns {readonly (readonly P[])[]} in running order
 */
export function sideBySide(chosen) {
  /** @type {P[][]} */
  const groups = [];
  for (const part of chosen) {
    const last = groups.at(-1);
    const mayJoin = last?.at(-1)?.isModest && !last.some(({ id }) => id === part.needs);
    if (part.isModest && last && mayJoin) last.push(part);
    else groups.push([part]);
  }
  return groups;
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
