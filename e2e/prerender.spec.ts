import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { BuilderPage } from './pages/BuilderPage';
import { becomeAlive } from './pages/openPage';
import { distFolder, filesOf, StaticSite } from './StaticSite';

test.use({
  hasMonaco: true,
  hasServiceWorker: true,
  contextOptions: { reducedMotion: 'no-preference' },
});

declare global {
  var shifts: number[];
}

/**
 * Every element with its attributes and its own texts. Without inline styles, which browsers rewrite,
 * without the sign that the form does not answer yet,
 * and without the commands' insides, which are coloured once the grammar of the shell is there.
 */
function outline(page: Page): Promise<readonly string[]> {
  return page.locator('#root :not([aria-label^="Command "] *)').evaluateAll((elements) =>
    elements
      // The line under the chosen tab and the arrows beside the tabs, which MUI places by measuring.
      .filter((element) => element.closest('.MuiTabs-indicator, .MuiTabs-scrollButtons') === null)
      .map((element) =>
        [
          element.localName,
          ...element
            .getAttributeNames()
            .filter((name) => name !== 'style' && name !== 'aria-busy')
            .toSorted()
            .map((name) => `${name}=${element.getAttribute(name)}`),
          ...Array.from(element.childNodes)
            .filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => node.nodeValue ?? ''),
        ].join(' '),
      ),
  );
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('form and documents are there, with the tokens of the AWS documentation', async ({
    page,
  }) => {
    await page.goto('./');
    const builder = new BuilderPage(page);
    await expect(builder.accountId).toBeVisible();
    const html = await builder.document('Trust policy').textContent();
    expect(html).toContain('{{application_id}}');
    await expect(builder.document('Permissions policy')).toContainText('qbusiness:ChatSync');
  });
});

test.describe('on a screen where Monaco is not wanted', () => {
  test.use({ viewport: { width: 800, height: 900 } });

  test('the page comes alive without changing what was prerendered', async ({
    page,
    browser,
    baseURL,
  }) => {
    await page.goto('./');
    await becomeAlive(page);
    const still = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false });
    const stillPage = await still.newPage();
    await stillPage.goto('./');
    const prerendered = await outline(stillPage);
    await still.close();
    expect(prerendered.length).toBeGreaterThan(300);
    expect(await outline(page)).toEqual(prerendered);
  });

  test('nothing of Monaco is loaded', async ({ page }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto('./');
    await becomeAlive(page);
    await page.waitForLoadState('networkidle');
    expect(loaded.filter((path) => /monaco|editor\.worker|codicon/i.test(path))).toEqual([]);
  });
});

const arriving = test.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  baseURL: async ({}, use) => {
    const site = await StaticSite.start(filesOf(distFolder));
    site.pieces = 40;
    await use(site.address);
    await site.stop();
  },
});

test.describe('nothing moves', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && typeof entry.value === 'number') shifts.push(entry.value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
  });

  const sumOfShifts = (page: Page) =>
    page.evaluate(() => shifts.reduce((sum, value) => sum + value, 0));

  for (const width of [390, 1440]) {
    test(`while the page comes alive, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('./');
      await becomeAlive(page);
      await page.waitForLoadState('networkidle');
      expect(await sumOfShifts(page)).toBe(0);
    });
  }

  // A browser paints what it has parsed: a row of buttons of which half is there would move.
  for (const width of [390, 1440]) {
    arriving(`while the page arrives in pieces, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('./');
      await becomeAlive(page);
      expect(await sumOfShifts(page)).toBe(0);
      const paintBeforeItWasWhole = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation');
        const arrived =
          navigation instanceof PerformanceNavigationTiming ? navigation.responseEnd : Infinity;
        const paints = performance.getEntriesByName('first-contentful-paint');
        return paints.find(({ startTime }) => startTime < arrived)?.startTime;
      });
      expect(paintBeforeItWasWhole).toBeUndefined();
    });
  }

  test('while Monaco takes over', async ({ page }) => {
    await page.goto('./');
    await becomeAlive(page);
    await new BuilderPage(page).whenEditorsAreThere();
    // Monaco may break a long line at another character than the browser: one line's height.
    expect(await sumOfShifts(page)).toBeLessThan(0.01);
  });
});

test('the page comes alive with the scripts that it names: no request waits for another', async ({
  page,
}) => {
  const html = readFileSync(join(distFolder, 'index.html'), 'utf8');
  const named = Array.from(html.matchAll(/"\.\/(assets\/[^"]+)"/g), ([, path]) => path);
  expect(named.length).toBeGreaterThan(0);
  // Everything else stays without an answer.
  await page.route('**/assets/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (named.some((path) => pathname.endsWith(`/${path}`))) await route.continue();
  });
  await page.goto('./');
  await becomeAlive(page);
});

test('what was typed before the page came alive stays', async ({ page }) => {
  let letThrough = () => {};
  const typed = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/index-*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto('./');
  const builder = new BuilderPage(page);
  await builder.accountId.pressSequentially('445566778899');
  await page.getByRole('radio', { name: 'API only', exact: true }).check();
  letThrough();
  await becomeAlive(page);
  await expect(page.getByRole('radio', { name: 'API only', exact: true })).toBeChecked();
  await expect(builder.accountId).toHaveValue('445566778899');
  await expect(builder.document('Permissions policy')).toContainText('445566778899');
});

test('a chosen dark scheme is there before any script of the build has run', async ({ page }) => {
  await page.route('**/assets/**', (route) =>
    route.fulfill({ body: '', contentType: 'text/javascript' }),
  );
  await page.addInitScript(() => {
    localStorage.setItem('qbusiness-policies:color-mode', 'dark');
  });
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(14, 20, 20)');
});
