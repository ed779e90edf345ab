import { expect, test, type Page } from '@playwright/test';
import { PageGuard } from './PageGuard';

const origin = 'http://127.0.0.1:9';

/** Opens a page that exists only here and lets it run one line. */
async function problemsOf(page: Page, script: string): Promise<readonly string[]> {
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
  const opened = await page.context().newPage();
  await opened.goto(`${origin}/`);
  await opened.waitForLoadState('networkidle');
  return guard.problems;
}

test('a page that loads its own script on demand is left in peace', async ({ page }) => {
  expect(await problemsOf(page, 'import("/lazy.js")')).toEqual([]);
});

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
    const problems = await problemsOf(page, script);
    expect(problems).toContainEqual(
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    );
  });
}
