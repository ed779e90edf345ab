import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { becomeAlive } from './pages/openPage';
import { shortenWaits } from './shortWaits';

/** The form is stored within a moment of the last change. */
async function waitUntilStored(page: Page, text: string) {
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join('\n')))
    .toContain(text);
}

const other = { ...application, accountId: '998877665544' };

test('a reload keeps the form', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.chooseMode('API only');
  await page.reload();
  await becomeAlive(page);
  await expect(builder.accountId).toHaveValue(application.accountId);
  await expect(page.getByRole('radio', { name: 'API only', exact: true })).toBeChecked();
  await expect(builder.region).toHaveValue(application.region);
});

test('two tabs never overwrite each other', async ({ page, context }) => {
  const first = await BuilderPage.open(page);
  await first.fillIn(application);
  await waitUntilStored(page, application.applicationId);

  const second = await BuilderPage.open(await context.newPage());
  await expect(second.accountId).toHaveValue(application.accountId);
  await second.accountId.fill(other.accountId);
  await waitUntilStored(second.page, other.accountId);

  await page.reload();

  await becomeAlive(page);
  await expect(first.accountId).toHaveValue(application.accountId);
  await second.page.reload();
  await becomeAlive(second.page);
  await expect(second.accountId).toHaveValue(other.accountId);
});

test('a duplicated tab goes its own way', async ({ page, context }) => {
  await shortenWaits(context);
  const first = await BuilderPage.open(page);
  await first.fillIn(application);
  await waitUntilStored(page, application.applicationId);
  const name = await page.evaluate(() => sessionStorage.getItem('qbusiness-policies:tab'));

  const copy = await context.newPage();
  await copy.addInitScript((tab) => {
    if (sessionStorage.length === 0) sessionStorage.setItem('qbusiness-policies:tab', tab);
  }, name ?? '');
  const second = await BuilderPage.open(copy);
  await expect(second.accountId).toHaveValue(application.accountId);
  await first.region.fill('eu-west-1');
  await waitUntilStored(page, 'eu-west-1');
  await second.accountId.fill(other.accountId);
  await waitUntilStored(copy, other.accountId);

  await page.reload();

  await becomeAlive(page);
  await expect(first.region).toHaveValue('eu-west-1');
  await expect(first.accountId).toHaveValue(application.accountId);
  await copy.reload();
  await becomeAlive(copy);
  await expect(second.accountId).toHaveValue(other.accountId);
});

test('a full storage is told and survived', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await page.evaluate(() => {
    let size = 4_000_000;
    for (let n = 0; size > 0; n += 1) {
      try {
        localStorage.setItem(`filler-${n}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await builder.fillIn(application);
  await expect(page.getByText('storage for this page is full')).toBeVisible();
  await expect(builder.status).toHaveText('Ready');
  // The tab's own storage knows the form.
  await page.reload();
  await becomeAlive(page);
  await expect(builder.accountId).toHaveValue(application.accountId);
  await page.evaluate(() => localStorage.clear());
  await builder.accountId.fill(other.accountId);
  await expect(page.getByText('storage for this page is full')).toBeHidden();
});

test('without storage the page works', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await expect(page.getByText('keeps no storage for this page')).toBeVisible();
  await expect(builder.status).toHaveText('Ready');
  await builder.button('Drafts').click();
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toContainText(
    'keeps no storage for this page',
  );
});

test('drafts are saved, opened, renamed, duplicated and deleted with a way back', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.button('Drafts').click();
  const dialog = page.getByRole('dialog', { name: 'Drafts' });
  await builder.field('Name of a new draft').fill('Help desk');
  await builder.button('Save the form as a draft').click();
  const draft = dialog.getByRole('listitem', { name: 'Help desk', exact: true });
  await expect(draft).toContainText(application.accountId);

  const rename = (row: Locator) => row.getByRole('button', { name: 'Rename' });
  await rename(draft).click();
  await builder.field('New name').fill('Public desk');
  await builder.field('New name').press('Escape');
  await expect(rename(draft)).toBeFocused();
  await rename(draft).click();
  await builder.field('New name').fill('Public help');
  await builder.field('New name').press('Enter');
  const renamed = dialog.getByRole('listitem', { name: 'Public help', exact: true });
  await expect(rename(renamed)).toBeFocused();
  await renamed.getByRole('button', { name: 'Duplicate' }).click();
  const copy = dialog.getByRole('listitem', { name: 'Public help (copy)', exact: true });
  await expect(copy).toBeVisible();
  await copy.getByRole('button', { name: 'Delete' }).click();
  await expect(copy).toBeHidden();
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(copy).toBeVisible();
  await builder.field('Name of a new draft').press('Escape');

  await builder.chooseFormAction('Clear form');
  await expect(builder.accountId).toHaveValue('');
  await page.reload();
  await becomeAlive(page);
  await builder.button('Drafts').click();
  await renamed.getByRole('button', { name: 'Open' }).click();
  await expect(builder.accountId).toHaveValue(application.accountId);
});

test('drafts travel in a file', async ({ page, browser, baseURL }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.button('Drafts').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    builder.button('Export drafts and the form').click(),
  ]);
  const file = await download.path();
  expect(await readFile(file, 'utf8')).toContain(application.applicationId);

  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const second = await BuilderPage.open(await elsewhere.newPage());
  await second.button('Drafts').click();
  await second.page.getByLabel('Import drafts from a file').setInputFiles(file);
  const dialog = second.page.getByRole('dialog', { name: 'Drafts' });
  await expect(dialog).toContainText('1 draft imported');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(second.accountId).toHaveValue(application.accountId);
  await elsewhere.close();
});

test('a cleared example does not come back', async ({ page, context }) => {
  const builder = await BuilderPage.open(page);
  await builder.chooseFormAction('Load an example');
  await waitUntilStored(page, '111122223333');
  await builder.chooseFormAction('Clear form');
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join('\n')))
    .not.toContain('111122223333');
  await page.reload();
  await becomeAlive(page);
  await expect(builder.accountId).toHaveValue('');
  const second = await BuilderPage.open(await context.newPage());
  await second.page.waitForTimeout(500);
  await expect(second.accountId).toHaveValue('');
});

test('saving can be switched off, and everything stored deleted', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await waitUntilStored(page, application.applicationId);
  await builder.button('Drafts').click();
  await page.getByRole('checkbox', { name: 'Save the form while it is filled in' }).uncheck();
  const stored = () => page.evaluate(() => Object.values(localStorage).join('\n'));
  await expect.poll(stored).not.toContain(application.applicationId);
  await builder.field('Name of a new draft').fill('Kept');
  await builder.button('Save the form as a draft').click();
  await expect.poll(stored).toContain(application.applicationId);
  await builder.button('Delete everything stored').click();
  await expect.poll(stored).not.toContain(application.applicationId);
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toContainText('None yet.');
});

test('changes of the form are undone and made again from the keyboard', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.accountId.fill(application.accountId);
  await builder.chooseMode('API only');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('radio', { name: 'Web experience', exact: true })).toBeChecked();
  await expect(builder.accountId).toHaveValue(application.accountId);
  await builder.button('Undo change').click();
  await expect(builder.accountId).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(builder.accountId).toHaveValue(application.accountId);
  await builder.button('Redo change').click();
  await expect(page.getByRole('radio', { name: 'API only', exact: true })).toBeChecked();
});

test('commands are found by a few letters and run from the keyboard', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await page.keyboard.press('Alt+Shift+K');
  const palette = page.getByRole('dialog', { name: 'Actions' });
  await palette.getByRole('combobox', { name: 'Find an action' }).fill('miss');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(builder.region).toBeFocused();
  await page.keyboard.press('Alt+Shift+K');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Share a link to this form',
  );
});

test('a message is answered while a dialog is open', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.chooseFormAction('Load an example');
  await page.keyboard.press('Alt+Shift+D');
  const dialog = page.getByRole('dialog', { name: 'Drafts' });
  await dialog.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(dialog).toBeVisible();
  await expect(page.getByText('Example loaded')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(builder.accountId).toHaveValue(application.accountId);
});

test('many drafts are shown page by page, and found by their names', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.button('Drafts').click();
  const drafts = Array.from({ length: 60 }, (_, index) => ({
    id: `draft-${index}`,
    name: `Draft ${index}`,
    savedAt: '2026-01-01T00:00:00.000Z',
    values: { region: 'us-east-1' },
  }));
  const file = { format: 'qbusiness-policies-drafts', version: 1, drafts };
  await page.getByLabel('Import drafts from a file').setInputFiles({
    name: 'drafts.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  const shown = page.getByRole('list', { name: 'Drafts' }).getByRole('listitem');
  await expect(shown).toHaveCount(25);
  await expect(shown.first()).toContainText('Draft 0');
  await builder.button('Go to page 3').click();
  await expect(shown).toHaveCount(10);
  await expect(shown.first()).toContainText('Draft 50');
  await page.getByRole('textbox', { name: 'Find a draft' }).fill('draft 59');
  await expect(shown).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Find a draft' }).fill('nothing of the kind');
  await expect(page.getByText('No draft has this in its name.')).toBeVisible();
});
