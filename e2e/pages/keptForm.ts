import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { application, type BuilderPage } from './BuilderPage';

/** What the fields of the form show, by their names. */
export const shownValues = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'form[aria-label="Role"] :is(input, textarea)[name]',
    );
    return Object.fromEntries(
      Array.from(controls)
        .filter(({ type }) => type !== 'radio' && type !== 'checkbox')
        .map(({ name, value }) => [name, value]),
    );
  });

/** What the browser keeps, without the mark that a start leaves for a few seconds. */
export const stored = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => !key.includes(':starting:'))),
  );

export async function openDrafts(page: Page) {
  await page.keyboard.press('Alt+Shift+D');
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toBeVisible();
}

async function closeDialog(page: Page) {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

interface DraftsFile {
  readonly drafts: readonly { readonly name: string; readonly values: object }[];
}

/** Drafts and form as the page itself writes them. */
export async function exportDrafts(page: Page): Promise<DraftsFile> {
  await openDrafts(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export drafts and the form' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  await closeDialog(page);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the page
  return JSON.parse(text) as DraftsFile;
}

/** Fills in the form, and waits until it is kept. */
export async function fillInAndStore(builder: BuilderPage) {
  await builder.fillIn(application);
  await expect
    .poll(async () => Object.values(await stored(builder.page)).join())
    .toContain(application.applicationId);
}
