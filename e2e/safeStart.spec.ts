import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { becomeAlive, openPage } from './pages/openPage';
import { fillInAndStore, openDrafts, stored } from './pages/keptForm';

/** Whether the page answers nothing for so long that it never will. */
const isFrozen = (page: Page): Promise<boolean> =>
  Promise.race([
    page.evaluate(() => false).catch(() => true),
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(true), 2_000);
    }),
  ]);

test('a start that froze is not repeated: the next one is empty, and hands out what was stored', async ({
  context,
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await fillInAndStore(builder);
  await page.close();

  const frozen = await context.newPage();
  // Stands for a regular expression that never ends on the stored form.
  await frozen.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its storage below
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (this: Storage, key: string) {
      while (key.startsWith('qbusiness-policies:tab:'));
      return getItem.call(this, key);
    };
  });
  await frozen.goto('./', { waitUntil: 'commit' });
  await expect.poll(() => isFrozen(frozen), { timeout: 60_000 }).toBe(true);
  await frozen.close();

  const next = await context.newPage();
  await openPage(next);
  await expect(next.getByText('Last time this page did not finish loading')).toBeVisible();
  await expect(new BuilderPage(next).accountId).toHaveValue('');
  const [download] = await Promise.all([
    next.waitForEvent('download'),
    next.getByRole('button', { name: 'Download it' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain(application.accountId);
  await next.getByRole('button', { name: 'Put it back' }).click();
  await becomeAlive(next);
  expect(Object.values(await stored(next)).join()).toContain(application.applicationId);
  await openDrafts(next);
  await expect(next.getByRole('dialog')).toContainText(application.accountId);
  await expect(next.getByText('Last time this page did not finish loading')).toHaveCount(0);
});

test('a tab that is duplicated while it starts goes on with its form, and so does the duplicate', async ({
  context,
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await fillInAndStore(builder);
  await page.reload();
  // A window that a page opens takes along what the tab keeps, as a duplicated tab does.
  const [duplicate] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => void window.open(location.href)),
  ]);
  for (const tab of [page, duplicate]) {
    await becomeAlive(tab);
    await expect(tab.getByRole('textbox', { name: 'Account ID' })).toHaveValue(
      application.accountId,
    );
    await expect(tab.getByText('Last time this page did not finish loading')).toHaveCount(0);
  }
});
