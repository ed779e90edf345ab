// @ts-check
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { extname, join } from 'node:path';
import { chromiumArguments, systemChromium } from '../../browser.mjs';
import { root } from '../../run.mjs';
import { startHarness } from '../harness.mjs';
import { servers, startServer } from './servers.mjs';

/**
 * Tries the configurations of the build with the web servers that read them: headers and media types of
 * pages, files and errors, files that must not be served, and a release while a visitor has the page open.
 */

const dist = join(root, process.env['DIST'] ?? 'dist');
const { folder, check, checkOf, skip, say, finish } = startHarness('hosting');
// Apache's worker processes run as another user, who must be able to read the folder.
chmodSync(folder, 0o755);

/** The headers as the build has them for other hosts. */
const expected = readFileSync(join(dist, '_headers'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    return name === '' || name === 'Cache-Control' ? [] : [{ name, value }];
  });
check(expected.length >= 6, 'the build has its security headers');

/** @type {Readonly<Record<string, RegExp>>} */
const types = {
  '.html': /^text\/html/,
  '.js': /^(?:text|application)\/javascript/,
  '.css': /^text\/css/,
  '.ttf': /^(?:font\/ttf|application\/x-font-ttf)/,
  '.webmanifest': /^application\/manifest\+json/,
  '.svg': /^image\/svg\+xml/,
  '.png': /^image\/png/,
};

const assets = readdirSync(join(dist, 'assets'));
const askedEachTime = ['/', '/index.html', '/serviceWorker.js', '/manifest.webmanifest', '/og.png'];
const missing = [
  '/assets/missing-12345678.js',
  '/assets/missing-12345678.ttf',
  '/assets/',
  '/nowhere',
  '/nowhere.js',
];
const forHosts = [
  '/.htaccess',
  '/_headers',
  '/hosting/nginx.conf',
  '/hosting/Caddyfile',
  '/hosting/',
  '/hosting/cloudfront-response-headers-policy.json',
];

/** @param {Response} response @param {import('../harness.mjs').Check} holds @param {string} path */
function checkHeaders(response, holds, path) {
  for (const { name, value } of expected) {
    const sent = response.headers.get(name);
    holds(sent === value, `${path} has ${name} once, as it is meant`, `${sent}`);
  }
}

/** @param {string} origin @param {import('../harness.mjs').Check} holds */
async function checkAnswers(origin, holds) {
  for (const path of [...askedEachTime, ...assets.map((name) => `/assets/${name}`)]) {
    const response = await fetch(origin + path);
    const bytes = Buffer.from(await response.arrayBuffer());
    const file = join(dist, path === '/' ? 'index.html' : path);
    holds(
      response.status === 200 && bytes.equals(readFileSync(file)),
      `${path} is served as it is`,
    );
    const type = response.headers.get('Content-Type') ?? '';
    holds(types[extname(file)]?.test(type) === true, `${path} has its type`, type);
    const cache = response.headers.get('Cache-Control');
    const wanted = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    holds(cache === wanted, `${path} is kept as long as it may be`, `${cache}`);
    checkHeaders(response, holds, path);
    const tag = response.headers.get('ETag');
    if (tag === null) continue;
    const again = await fetch(origin + path, { headers: { 'If-None-Match': tag } });
    const kept = again.headers.get('Cache-Control');
    holds(
      again.status === 304 && (kept === null || kept === wanted),
      `${path} is not sent twice`,
      `${again.status} ${kept}`,
    );
  }
  for (const path of [...missing, ...forHosts]) {
    const response = await fetch(origin + path);
    const text = await response.text();
    holds([403, 404].includes(response.status), `${path} is not there`, `${response.status}`);
    holds(!text.includes('frame-ancestors'), `${path} tells nothing`);
    const cache = response.headers.get('Cache-Control');
    holds(cache === 'no-cache', `an error for ${path} is not kept`, `${cache}`);
    checkHeaders(response, holds, path);
  }
}

/**
 * A visitor gets the new page before one of its files is on the server. Once the file is there, a reload
 * must load it.
 *
 * @param {string} origin
 * @param {string} site
 * @param {import('../harness.mjs').Check} holds
 * @param {import('@playwright/test').Browser} browser
 */
async function checkDeploy(origin, site, holds, browser) {
  const late = join(site, 'assets/late-12345678.js');
  const hidden = join(folder, 'late.js');
  writeFileSync(hidden, 'export const late = 1;\n');
  // The service worker would repair the page without a reload.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const load = () =>
    page.evaluate(() =>
      import(/* @vite-ignore */ new URL('assets/late-12345678.js', location.href).href).then(
        () => 'loaded',
        () => 'failed',
      ),
    );
  await page.goto(origin);
  holds((await load()) === 'failed', 'a file that is not there yet cannot be loaded');
  renameSync(hidden, late);
  await page.reload();
  const second = await load();
  holds(second === 'loaded', 'once it is there, a reload is enough', second);
  await context.close();
}

const executablePath = systemChromium();
const { chromium } = await import('@playwright/test');
const browser =
  executablePath !== undefined || existsSync(chromium.executablePath())
    ? await chromium.launch({ args: chromiumArguments, ...(executablePath && { executablePath }) })
    : undefined;
if (browser === undefined) skip('A release during a visit', 'there is no Chromium');

for (const server of servers) {
  const site = join(folder, server.name, 'site');
  cpSync(dist, site, { recursive: true });
  const running = await startServer(server, { site, work: join(folder, server.name, 'work') });
  if (running === undefined) {
    skip(server.name, 'it is not installed');
    continue;
  }
  say(server.name);
  const holds = checkOf(server.name);
  await checkAnswers(running.origin, holds);
  if (browser !== undefined) await checkDeploy(running.origin, site, holds, browser);
  await running.stop();
}
await browser?.close();
finish();
