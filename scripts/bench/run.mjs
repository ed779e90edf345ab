// @ts-check
// Builds the page and measures it, or the build in the folder DIST: npm run bench. Figures are comparable within one run only.
// `npm run bench -- page core` takes only these steps; `--quick` takes few samples, to see that each step works.
import '../nodeVersion.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { firstLoad } from '../firstLoad.mjs';
import { npm, root } from '../run.mjs';
import { batch, builtCore, csvOfRows, pairs } from './coreMeasures.mjs';
import {
  heap,
  launch,
  manyApplications,
  timeToMonaco,
  typing,
  withoutFrameRate,
  zip,
} from './pageMeasures.mjs';
import { sentFiles, serve } from './server.mjs';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const counts = values.quick
  ? { runs: 1, presses: 10, edits: 20, archives: 3, questions: 1_000, rows: 200 }
  : { runs: 5, presses: 200, edits: 1_000, archives: 11, questions: 20_000, rows: 10_000 };

const otherBuild = process.env['DIST'];
const dist = join(root, otherBuild ?? 'dist');
// A build that lies there may be of other sources.
if (otherBuild === undefined && (await npm(['run', '--silent', 'build'])) !== 0) process.exit(1);

/** @type {string[][]} */
const table = [];
/** @param {string} what @param {string} figure @param {string} [goal] */
const row = (what, figure, goal = '') => {
  table.push([what, figure, goal]);
  console.log(`${what}: ${figure}${goal && `   (goal ${goal})`}`);
};
const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (/** @type {number} */ time) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const seconds = (/** @type {number} */ time) => `${(time / 1000).toFixed(2)} s`;
const MB = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

const [busy = 0] = loadavg();
if (busy > cpus().length / 2) {
  console.warn(`The machine is busy (load ${busy.toFixed(1)}): expect times to be too long.`);
}

const files = sentFiles(dist);
const server = await serve(files);

function sizes() {
  const first = firstLoad(
    files.map(({ path }) => path),
    (path) => readFileSync(join(dist, path), 'utf8'),
  );
  for (const [title, isWanted, goal] of /** @type {const} */ ([
    ['First load', (/** @type {string} */ path) => first.has(path), '210 kB'],
    ['Monaco', (/** @type {string} */ path) => path.startsWith('assets/monaco-'), '700 kB'],
  ])) {
    const counted = files.filter(({ path }) => isWanted(path));
    const sum = (/** @type {(file: import('./server.mjs').SentFile) => number} */ size) =>
      kB(counted.reduce((total, file) => total + size(file), 0));
    row(
      `${title}, raw / gzip / Brotli`,
      `${sum(({ bytes }) => bytes.length)} / ${sum(({ gzip }) => gzip)} / ${sum(({ brotli }) => brotli.length)}`,
      goal,
    );
  }
  return files.map(({ path, bytes, gzip, brotli }) => ({
    path,
    raw: bytes.length,
    gzip,
    brotli: brotli.length,
  }));
}

async function lighthouse() {
  const folder = join(root, 'scripts/bench');
  if (
    !existsSync(join(folder, 'node_modules/lighthouse')) &&
    (await npm(['ci', '--prefix', folder, '--no-audit', '--no-fund'], { quiet: true })) !== 0
  ) {
    throw new Error('Lighthouse could not be installed; npm says why above.');
  }
  const { judge } = await import('./lighthouse.mjs');
  /** @type {Record<string, Record<string, number>>} */
  const medians = {};
  for (const device of /** @type {const} */ (['mobile', 'desktop'])) {
    const figures = await judge(server.url, device, counts.runs);
    medians[device] = figures;
    const { score = 0, fcp = 0, lcp = 0, tbt = 0, cls = 0, tti = 0 } = figures;
    const isMobile = device === 'mobile';
    row(`Lighthouse ${device}`, score.toFixed(0), isMobile ? '98' : '100');
    row(`FCP / LCP, ${device}`, `${ms(fcp)} / ${ms(lcp)}`, isMobile ? '1,200 ms' : '');
    row(
      `Blocking / shift, ${device}`,
      `${ms(tbt)} / ${cls.toFixed(4)}`,
      isMobile ? '100 ms / 0' : '',
    );
    row(`Interactive, ${device}`, ms(tti));
  }
  return medians;
}

async function page() {
  const browser = await launch(withoutFrameRate);
  try {
    const keys = [];
    for (const hasMonaco of [true, false]) {
      for (const slowdown of [1, 4]) {
        const options = { hasMonaco, slowdown, presses: counts.presses };
        const times = await typing(browser, server.url, options);
        keys.push({ hasMonaco, slowdown, ...times });
        row(
          `Key press → both documents, ${hasMonaco ? 'Monaco' : 'plain'}, ${slowdown}× CPU, p50 / p95`,
          `${ms(times.p50)} / ${ms(times.p95)}`,
          slowdown === 1 ? '16.7 ms' : '50 ms',
        );
      }
    }
    const monaco = {
      at1: await timeToMonaco(browser, server.url, 1, counts.runs),
      at4: await timeToMonaco(browser, server.url, 4, counts.runs),
    };
    row('Monaco in place once reached for, 1× / 4× CPU', `${ms(monaco.at1)} / ${ms(monaco.at4)}`);
    const heaps = {
      plain: await heap(browser, server.url, false, counts.edits),
      monaco: await heap(browser, server.url, true, counts.edits),
    };
    const edits = counts.edits.toLocaleString('en');
    const twice = (2 * counts.edits).toLocaleString('en');
    for (const [view, { loaded, afterOnce, afterTwice }] of Object.entries(heaps)) {
      row(
        `Heap after load / ${edits} / ${twice} edits, ${view}`,
        `${MB(loaded)} / ${MB(afterOnce)} / ${MB(afterTwice)}`,
        'no growth',
      );
    }
    const archive = await zip(browser, server.url, counts.archives);
    row('Archive of the whole folder', ms(archive));
    const rows = counts.rows;
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const file = join(folder, 'rows.csv');
    writeFileSync(file, csvOfRows(await builtCore(), rows));
    const options = { file, count: rows, presses: counts.presses };
    const many = await manyApplications(browser, server.url, options);
    rmSync(folder, { recursive: true });
    row(
      `${rows.toLocaleString('en')} applications, file → table / checked / archive`,
      `${seconds(many.table)} / ${seconds(many.judged)} / ${seconds(many.archive)}`,
      '2 s / – / 3 s',
    );
    row(
      'Longest task of the page until the table is checked / the archive is there / in an edit',
      `${ms(many.longestToTable)} / ${ms(many.longestToArchive)} / ${ms(many.longestToEdit)}`,
      '50 ms; shorter ones count as 0',
    );
    row(
      'Longest task of the page while its table is turned / sorted',
      `${ms(many.longestToTurn)} / ${ms(many.longestToSort)}`,
      '50 ms; shorter ones count as 0',
    );
    row(
      'Key press in a cell → its frame, p50 / p95',
      `${ms(many.keys.p50)} / ${ms(many.keys.p95)}`,
      '16.7 ms',
    );
    row('Heap before / after the archive', `${MB(many.before)} / ${MB(many.after)}`, 'no growth');
    return { keys, monaco, heaps, archive, many };
  } finally {
    await browser.close();
  }
}

async function core() {
  const built = await builtCore();
  const solver = pairs(built, counts.questions);
  const { yes, no, notDecided } = solver.answers;
  row(
    `Solver, ${counts.questions.toLocaleString('en')} questions, p50 / p95 / longest`,
    `${ms(solver.p50)} / ${ms(solver.p95)} / ${ms(solver.longest)}`,
  );
  row('Solver, yes / no / not decided', `${yes} / ${no} / ${notDecided}`);
  const many = batch(built, counts.rows);
  row(
    `${counts.rows.toLocaleString('en')} applications, read / judged / archived`,
    `${seconds(many.read)} / ${seconds(many.judge)} / ${seconds(many.archive)}`,
  );
  row(
    'Longest step without a pause / size of the archive',
    `${ms(many.longestStep)} / ${MB(many.bytes)}`,
  );
  return { solver, batch: many };
}

const steps = { sizes, lighthouse, page, core };
for (const name of positionals) {
  if (!(name in steps)) {
    console.error(`No step ${name}; there are ${Object.keys(steps).join(', ')}.`);
    process.exit(2);
  }
}

try {
  /** @type {Record<string, unknown>} */
  const report = { load: busy };
  for (const [name, measure] of Object.entries(steps)) {
    if (positionals.length === 0 || positionals.includes(name)) report[name] = await measure();
  }
  writeFileSync(
    join(root, 'scripts/bench/results.json'),
    `${JSON.stringify(report, undefined, 2)}\n`,
  );
  console.log('\n| what | measured | goal |\n| --- | --: | --: |');
  for (const cells of table) console.log(`| ${cells.join(' | ')} |`);
} finally {
  server.stop();
}
