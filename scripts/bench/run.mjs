// @ts-check
// Measures the build in dist: npm run bench. Figures are comparable within one run only.
import '../nodeVersion.mjs';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { npm, root } from '../run.mjs';
import { heap, launch, timeToMonaco, typing, withoutFrameRate, zip } from './pageMeasures.mjs';
import { sentFiles, serve } from './server.mjs';

const dist = join(root, process.env['DIST'] ?? 'dist');
if (!existsSync(join(dist, 'index.html')) && (await npm(['run', '--silent', 'build'])) !== 0) {
  process.exit(1);
}
const folder = join(root, 'scripts/bench');
if (
  !existsSync(join(folder, 'node_modules/lighthouse')) &&
  (await npm(['ci', '--prefix', folder, '--no-audit', '--no-fund'], { quiet: true })) !== 0
) {
  console.error('Lighthouse could not be installed; npm says why above.');
  process.exit(1);
}
const { judge } = await import('./lighthouse.mjs');

/** @type {string[][]} */
const table = [];
/** @param {string} what @param {string} figure @param {string} [goal] */
const row = (what, figure, goal = '') => {
  table.push([what, figure, goal]);
  console.log(`${what}: ${figure}${goal && `   (goal ${goal})`}`);
};
const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (/** @type {number} */ time) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const MB = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

const [busy = 0] = loadavg();
if (busy > cpus().length / 2) {
  console.warn(`The machine is busy (load ${busy.toFixed(1)}): expect times to be too long.`);
}

const files = sentFiles(dist);
const server = await serve(files);
try {
  const html = files.find(({ path }) => path === 'index.html')?.bytes.toString() ?? '';
  const isFirst = (/** @type {string} */ path) =>
    path === 'index.html' || (path.startsWith('assets/') && html.includes(path));
  const sum = (
    /** @type {(path: string) => boolean} */ wanted,
    /** @type {(file: import('./server.mjs').SentFile) => number} */ size,
  ) => files.filter(({ path }) => wanted(path)).reduce((total, file) => total + size(file), 0);
  for (const [title, wanted, goal] of /** @type {const} */ ([
    ['First load', isFirst, '120 kB'],
    ['Monaco', (/** @type {string} */ path) => path.startsWith('assets/monaco-'), '450 kB'],
  ])) {
    const raw = kB(sum(wanted, ({ bytes }) => bytes.length));
    const gzip = kB(sum(wanted, (file) => file.gzip));
    row(
      `${title}, raw / gzip / Brotli`,
      `${raw} / ${gzip} / ${kB(sum(wanted, ({ brotli }) => brotli.length))}`,
      goal,
    );
  }

  const lighthouse = {
    mobile: await judge(server.url, 'mobile'),
    desktop: await judge(server.url, 'desktop'),
  };
  for (const device of /** @type {const} */ (['mobile', 'desktop'])) {
    const { score = 0, fcp = 0, lcp = 0, tbt = 0, cls = 0, tti = 0 } = lighthouse[device];
    const isMobile = device === 'mobile';
    row(`Lighthouse ${device}`, score.toFixed(0), isMobile ? '99' : '100');
    row(`FCP / LCP, ${device}`, `${ms(fcp)} / ${ms(lcp)}`, isMobile ? '1,200 ms' : '');
    row(
      `Blocking / shift, ${device}`,
      `${ms(tbt)} / ${cls.toFixed(4)}`,
      isMobile ? '100 ms / 0' : '',
    );
    row(`Interactive, ${device}`, ms(tti));
  }

  const browser = await launch(withoutFrameRate);
  const keys = [];
  for (const hasMonaco of [true, false]) {
    for (const slowdown of [1, 4]) {
      const times = await typing(browser, server.url, { hasMonaco, slowdown });
      keys.push({ hasMonaco, slowdown, ...times });
      row(
        `Key press → both documents, ${hasMonaco ? 'Monaco' : 'plain'}, ${slowdown}× CPU, p50 / p95`,
        `${ms(times.p50)} / ${ms(times.p95)}`,
        slowdown === 1 ? '16.7 ms' : '50 ms',
      );
    }
  }
  const monaco = {
    at1: await timeToMonaco(browser, server.url, 1),
    at4: await timeToMonaco(browser, server.url, 4),
  };
  row('Monaco in place, 1× / 4× CPU', `${ms(monaco.at1)} / ${ms(monaco.at4)}`);
  const heaps = {
    plain: await heap(browser, server.url, false),
    monaco: await heap(browser, server.url, true),
  };
  for (const [view, { loaded, after1000, after2000 }] of Object.entries(heaps)) {
    row(
      `Heap after load / 1,000 / 2,000 edits, ${view}`,
      `${MB(loaded)} / ${MB(after1000)} / ${MB(after2000)}`,
      'no growth',
    );
  }
  const archive = await zip(browser, server.url);
  row('Archive of the whole folder', ms(archive));
  await browser.close();

  const sizes = files.map(({ path, bytes, gzip, brotli }) => ({
    path,
    raw: bytes.length,
    gzip,
    brotli: brotli.length,
  }));
  const report = { sizes, lighthouse, keys, monaco, heaps, archive, load: busy };
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(report, undefined, 2)}\n`);

  console.log('\n| file | raw | gzip | Brotli |\n| --- | --: | --: | --: |');
  for (const { path, raw, gzip, brotli } of sizes) {
    console.log(`| ${path} | ${kB(raw)} | ${kB(gzip)} | ${kB(brotli)} |`);
  }
  console.log('\n| what | measured | goal |\n| --- | --: | --: |');
  for (const cells of table) console.log(`| ${cells.join(' | ')} |`);
} finally {
  server.stop();
}
