import { expect, test, type Page } from '@playwright/test';
import { PageGuard } from './PageGuard';

const origin = 'http://127.0.0.1:9';

/** Opens a page that exists only here, lets it run one line, and tells who watches it. */
async function guardOf(page: Page, script: string): Promise<PageGuard> {
  const guard = new PageGuard(page.context(), origin);
  await page
    .context()
    .route('**/*', (route) =>
      route.fulfill(
        new URL(route.request().url()).pathname === '/'
          ? { contentType: 'text/html', body: `<title>x</title><script>${script}</script>` }
          : { contentType: 'text/javascript', body: '' },
      ),
    );
  await page.goto(`${origin}/`);
  return guard;
}

test('a page that loads its own script on demand is left in peace', async ({ page }) => {
  const guard = await guardOf(page, 'import("/lazy.js")');
  await page.waitForLoadState('networkidle');
  expect(guard.problems).toEqual([]);
});

const often = { intervals: [10, 20, 50, 100, 250] };

const misdeeds: Readonly<Record<string, readonly [script: string, problem: string | RegExp]>> = {
  'a log line': ['console.log("hello")', 'console.log: hello'],
  'a warning': ['console.warn("careful")', 'console.warning: careful'],
  'an error': ['console.error("broken")', 'console.error: broken'],
  'an exception': ['throw new Error("unexpected")', 'uncaught: unexpected'],
  'a rejected promise': ['Promise.reject(new Error("forgotten"))', 'uncaught: forgotten'],
  'a fetch to its own origin': ['fetch("/data.json")', `fetch: GET ${origin}/data.json`],
  'a beacon': ['navigator.sendBeacon("/count")', `ping: POST ${origin}/count`],
  'a script of another origin': [
    'import("http://127.0.0.2:9/lazy.js").catch(() => 0)',
    'script: GET http://127.0.0.2:9/lazy.js',
  ],
  'a web socket': ['new WebSocket("ws://127.0.0.1:9/live")', /^websocket: /],
};

for (const [misdeed, [script, problem]] of Object.entries(misdeeds)) {
  test(`${misdeed} is noted`, async ({ page }) => {
    const guard = await guardOf(page, script);
    await expect
      .poll(() => guard.problems, often)
      .toContainEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  });
}

test('a page that is opened later is watched like the first', async ({ page, context }) => {
  const guard = await guardOf(page, '');
  const later = await context.newPage();
  await later.goto(`${origin}/`);
  await later.evaluate(() => {
    console.log('later');
    void new WebSocket('ws://127.0.0.1:9/later');
  });
  await expect
    .poll(() => guard.problems, often)
    .toEqual(expect.arrayContaining(['console.log: later', 'websocket: ws://127.0.0.1:9/later']));
});
