import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { BuilderPage } from './pages/BuilderPage';

const namesOfDatabases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

// Both in one browser, one after the other.
test.describe.configure({ mode: 'serial' });

test('a journey leaves what it likes', async ({ page, context, baseURL }) => {
  const builder = await BuilderPage.open(page);
  await builder.accountId.fill('998877665544');
  await context.addCookies([{ name: 'left', value: 'behind', url: baseURL ?? '' }]);
  await page.evaluate(async () => {
    localStorage.setItem('left', 'behind');
    sessionStorage.setItem('left', 'behind');
    await new Promise((resolve) => {
      indexedDB.open('left').addEventListener('success', resolve);
    });
  });
  expect(await namesOfDatabases(page)).toEqual(['left']);
  await (await context.newPage()).goto('./');
});

test('the next one finds nothing of it', async ({ page, context }) => {
  const builder = await BuilderPage.open(page);
  await expect(builder.accountId).toHaveValue('');
  expect(context.pages()).toHaveLength(1);
  expect(await context.cookies()).toEqual([]);
  expect(await namesOfDatabases(page)).toEqual([]);
  expect(
    await page.evaluate(() => [localStorage.getItem('left'), sessionStorage.getItem('left')]),
  ).toEqual([null, null]);
});
