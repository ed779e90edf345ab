import { createHash } from 'node:crypto';
import { expect, test as base, type Page } from '@playwright/test';
import { PageGuard } from './PageGuard';
import { application, BuilderPage } from './pages/BuilderPage';
import { openEveryView, openView } from './pages/states';
import { distFolder, filesOf, StaticSite, type Files } from './StaticSite';
import { becomeAlive, openPage } from './pages/openPage';

const dist = filesOf(distFolder);

const onSite = base.extend<{ readonly site: StaticSite }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  site: async ({}, use) => {
    const site = await StaticSite.start(dist, '/some/folder/');
    await use(site);
    await site.stop();
  },
});

/** Watches the page on the site; its requests fail quietly while the site is away. */
const test = onSite.extend<{ readonly guard: PageGuard }>({
  guard: [
    async ({ context, site }, use) => {
      const guard = new PageGuard(context, site.origin);
      await use(guard);
      expect(guard.problems, 'the page stays silent and within its own files').toEqual([]);
    },
    { auto: true },
  ],
});

const keptNames = (page: Page): Promise<readonly string[]> => page.evaluate(() => caches.keys());

const keptFiles = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).length),
    );
    return lists.reduce((sum, length) => sum + length, 0);
  });

/** How many files the service worker lists. */
const listed = (files: Files): number =>
  files
    .get('serviceWorker.js')
    ?.toString()
    .match(/sha256-/g)?.length ?? 0;

/** Opens the page and waits until it can do without the site. */
async function visit(page: Page, site: StaticSite): Promise<BuilderPage> {
  await openPage(page, site.address);
  await expect.poll(() => keptFiles(page), { timeout: 20_000 }).toBe(listed(site.files));
  return new BuilderPage(page);
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

/** The same build under another title, as the next release would be. */
function nextRelease(files: Files): Files {
  const page = files.get('index.html');
  const worker = files.get('serviceWorker.js');
  if (page === undefined || worker === undefined) throw new Error('No build');
  const nextPage = Buffer.from(page.toString().replace(/<title>/, '<title>Next: '));
  const nextWorker = Buffer.from(
    worker
      .toString()
      .replace(sha256(page), sha256(nextPage))
      .replace(/version:(.)[0-9a-f]{16}/, 'version:$10123456789abcdef'),
  );
  expect(nextWorker.equals(worker)).toBe(false);
  return new Map([...files, ['index.html', nextPage], ['serviceWorker.js', nextWorker]]);
}

const announcement = 'A new version of this page is ready';

test('after one visit the whole page works without its site, Monaco and download included', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await site.stop();
  await page.reload();
  await becomeAlive(page);
  const builder = new BuilderPage(page);
  await builder.fillIn(application);
  await builder.whenEditorsAreThere();
  await builder.expectPart('Trust policy', '"445566778899"');
  const { files } = await builder.download();
  expect(Object.keys(files)).toContain('policies/trustpolicyforanonymous.json');
  await openEveryView(page);
});

test('a new version is announced and taken only by its button; the old one is then removed', async ({
  page,
  site,
}) => {
  const builder = await visit(page, site);
  const [oldName] = await keptNames(page);
  site.files = nextRelease(dist);

  await page.reload();

  await becomeAlive(page);
  // The new version loads when the page has nothing else to do.
  await expect(page.getByText(announcement)).toBeVisible({ timeout: 15_000 });
  await expect(page).toHaveTitle(/^Policy Builder/);
  await builder.fillIn(application);
  await expect(builder.status).toHaveText('Ready');

  await page.getByRole('button', { name: 'Reload with the new version' }).click();
  await expect(page).toHaveTitle(/^Next: Policy Builder/);
  await expect.poll(() => keptNames(page)).not.toContain(oldName);
  expect(await keptNames(page)).toHaveLength(1);
  await expect(page.getByText(announcement)).toHaveCount(0);
});

test('a page left open keeps the files of its own version when another tab takes the next', async ({
  page,
  context,
  site,
}) => {
  await visit(page, site);
  const next = nextRelease(dist);
  // The next release has none of the old one's files.
  const renamed = [...next].filter(([path]) => !path.startsWith('assets/'));
  const second = await context.newPage();
  await openPage(second, site.address);
  site.files = next;
  await second.reload();
  await becomeAlive(second);
  const reload = second.getByRole('button', { name: 'Reload with the new version' });
  await expect(reload).toBeVisible();
  const clicked = Date.now();
  await reload.click();
  await expect(second).toHaveTitle(/^Next:/);
  const began = await second.evaluate(() => performance.timeOrigin);
  // Far less than the ten seconds for which a page that was left may count as open, busy as the machine may be.
  expect(began - clicked, 'milliseconds until the page starts again').toBeLessThan(6_000);
  site.files = new Map(renamed);

  await expect(page).toHaveTitle(/^Policy Builder/);
  await openView(page, 'AWS’s page');
  await expect(page.getByText('This view could not be shown')).toHaveCount(0);

  site.files = next;
  await page.getByRole('button', { name: 'Reload with the new version' }).click();
  await expect(page).toHaveTitle(/^Next:/);
});

test('a release that is only half there is not taken', async ({ page, site }) => {
  await visit(page, site);
  const next = nextRelease(dist);
  site.files = new Map([...next, ['index.html', dist.get('index.html') ?? Buffer.of()]]);
  const asked = site.requests.length;
  await page.reload();
  await becomeAlive(page);
  await expect
    .poll(() => site.requests.slice(asked), { timeout: 10_000 })
    .toContain('/some/folder/');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });
  await expect(page.getByText(announcement)).toHaveCount(0);
  await expect(page).toHaveTitle(/^Policy Builder/);
});

// The console speaks of each missing file.
onSite.describe('a server that lets errors be kept for ever', () => {
  const forever = 'public, max-age=31536000, immutable';
  const without = (isMissing: (path: string) => boolean): Files =>
    new Map([...dist].filter(([path]) => !isMissing(path)));

  onSite('costs no more than the visit during which a file was missing', async ({ page, site }) => {
    const isLate = (path: string) => /^assets\/(?:taskWorker|exporters)-/.test(path);
    const missing = [...dist.keys()].filter(isLate);
    expect(missing).toHaveLength(2);
    site.cacheControl = forever;
    site.files = without(isLate);
    await page.goto(site.address);
    const ask = () =>
      page.evaluate(
        (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
        missing,
      );
    expect(await ask()).toContain(404);

    site.files = dist;
    await page.reload();
    await becomeAlive(page);
    await expect.poll(() => keptFiles(page), { timeout: 20_000 }).toBe(listed(site.files));
    expect(await ask()).not.toContain(404);
  });

  onSite('not even where the missing file starts the page', async ({ page, site }) => {
    const start = /^assets\/index-.*\.js$/;
    site.cacheControl = forever;
    site.files = without((path) => start.test(path));
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(site.address);
    await expect.poll(() => errors.length).toBeGreaterThan(0);

    site.files = dist;
    await page.goto(site.address);
    await becomeAlive(page);
    await new BuilderPage(page).fillIn(application);
  });
});
