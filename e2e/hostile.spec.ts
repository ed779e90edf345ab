import { readFile, writeFile } from 'node:fs/promises';
import { csvParseRows } from 'd3-dsv';
import { isDeep, representatives } from '../scripts/deep.mjs';
import { MAX_DRAFTS_LENGTH } from '../src/qbusiness/textLimits';
import { expect, test } from './fixtures';
import { bringsNothing, expectShownIsExported, follow, paste, unseenIn } from './hostileSteps';
import { HostileTexts, linkOf, longestLists } from './hostileTexts';
import { longestTask } from './longestTask';
import { application, BuilderPage } from './pages/BuilderPage';
import { fillInAndStore, openDrafts, shownValues, stored } from './pages/keptForm';
import { openPage } from './pages/openPage';

test.use({ hasMonaco: true });

/** The deep run takes a hundred thousand texts in all; the quick one takes every kind at least once. */
const rounds = isDeep
  ? { links: 3_000, pastes: 3_000, files: 420, draftsPerFile: 200, tables: 50, rowsPerTable: 200 }
  : { links: 40, pastes: 40, files: 3, draftsPerFile: 60, tables: 2, rowsPerTable: 60 };

test.describe.configure({ timeout: isDeep ? 7_200_000 : 240_000 });

/** How many texts are entered before the exported values are compared. */
const chunk = 20;

/** The longest task allowed on the main thread, in milliseconds. */
const longest = 200;

test('hostile links are exported as they are shown, and keep nobody from typing', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  // So that every link asks first.
  await builder.fillIn(application);
  // The time in which Monaco loads is not counted.
  await builder.whenEditorsAreThere();
  const texts = new HostileTexts(3);
  for (let round = 0; round < rounds.links; round += chunk) {
    const links = Array.from({ length: chunk }, () => texts.link());
    const open = async () => {
      for (const link of links) {
        await follow(page, link);
        // Into an empty form the next link would open without asking.
        if (bringsNothing(link)) await builder.fillIn(application);
      }
    };
    const busy = await longestTask(page, longest, open, () => builder.fillIn(application));
    expect(busy, `milliseconds of one task; ${links.join('\n')}`).toBeLessThan(longest);
    await expectShownIsExported(page, builder, links.at(-1));
  }
  expect(texts.missing).toEqual([]);
});

test('a hostile link that is not opened leaves nothing behind', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await fillInAndStore(builder);
  const before = await stored(page);
  const texts = new HostileTexts(7);
  for (let round = 0; round < chunk; round += 1) {
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, texts.link());
    await page
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: /Keep|Close/ })
      .click();
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(Object.values(await shownValues(page))).toContain(application.accountId);
  expect(await stored(page)).toEqual(before);
});

test('hostile pastes are exported as they are shown, and keep nobody from typing', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  // The time in which Monaco loads is not counted.
  await builder.whenEditorsAreThere();
  const texts = new HostileTexts(123);
  for (let round = 0; round < rounds.pastes; round += chunk) {
    const pastes = Array.from({ length: chunk }, () => texts.paste()).filter(
      (text) => text.trim() !== '',
    );
    const take = async () => {
      for (const text of pastes) await paste(page, text);
    };
    const busy = await longestTask(page, longest, take, () => builder.fillIn(application));
    expect(busy, `milliseconds of one task; ${pastes.join('\n')}`).toBeLessThan(longest);
    await expectShownIsExported(page, builder, pastes.at(-1));
  }
  expect(texts.missing).toEqual([]);
});

/** Milliseconds until a character that is typed is there. */
const longestKey = 50;

/** Each mode, each verdict; the quick run takes each of them once. */
const longestListCases = representatives(
  [
    { mode: 'web-experience', isRefused: false },
    { mode: 'api-only', isRefused: true },
    { mode: 'web-experience', isRefused: true },
    { mode: 'api-only', isRefused: false },
  ] as const,
  (_, index) => index < 2,
);

for (const { mode, isRefused } of longestListCases) {
  test(`the longest lists keep nobody from typing: ${mode}, ${isRefused ? 'refused' : 'accepted'}`, async ({
    page,
  }) => {
    const builder = await BuilderPage.open(page);
    // So that the link asks first.
    await builder.fillIn(application);
    // The time in which Monaco loads is not counted.
    await builder.whenEditorsAreThere();
    const lists = longestLists(mode, isRefused);
    const link = linkOf(lists);
    const account = lists.get('accountId') ?? '';
    const outside = () => builder.page.getByRole('heading', { level: 1 }).click();
    const isOpen = (id: string) => expect(builder.accountId).toHaveValue(id);
    const undo = async () => {
      await outside();
      await page.keyboard.press('ControlOrMeta+z');
      await isOpen(application.accountId);
    };
    const redo = async () => {
      await outside();
      await page.keyboard.press('ControlOrMeta+Shift+z');
      await isOpen(account);
    };
    const open = async () => {
      await follow(page, link);
      await isOpen(account);
    };
    expect(await longestTask(page, longest, open, undo), 'the link').toBeLessThan(longest);
    expect(await longestTask(page, longest, undo, redo), 'undo').toBeLessThan(longest);
    expect(await longestTask(page, longest, redo, undo), 'redo').toBeLessThan(longest);

    await openDrafts(page);
    await builder.field('Name of a new draft').fill('Longest');
    await builder.button('Save the form as a draft').click();
    const draft = page.getByRole('listitem', { name: 'Longest', exact: true });
    await expect(draft).toBeVisible();
    await page.keyboard.press('Escape');
    await undo();
    const openDraft = async () => {
      await openDrafts(page);
      await draft.getByRole('button', { name: 'Open' }).click();
      await isOpen(account);
    };
    expect(await longestTask(page, longest, openDraft, undo), 'a draft').toBeLessThan(longest);

    await builder.openOptions('More applications for this role');
    const pages = page.getByRole('navigation', {
      name: 'Pages of more applications for this role',
    });
    const entry = (number: number) =>
      page.getByRole('textbox', { name: `Other application ${number}`, exact: true });
    const turn = async () => {
      await pages.getByRole('button', { name: 'Go to page 20' }).click();
      await expect(entry(200)).toBeVisible();
    };
    const turnBack = () => pages.getByRole('button', { name: 'Go to page 1', exact: true }).click();
    expect(await longestTask(page, longest, turn, turnBack), 'a page').toBeLessThan(longest);
    const type = async () => {
      await entry(195).press('ControlOrMeta+a');
      await page.keyboard.type('0f1e2d3c', { delay: 100 });
    };
    expect(await longestTask(page, longestKey, type, redo), 'typing').toBeLessThan(longestKey);
  });
}

test('brackets in a line of both directions, on which a browser freezes, enter no field', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  // The guard of the fields is loaded when the page is idle.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/guardPage-')),
  );
  await builder.fillIn(application);
  const refusal = page.getByText(/^Nothing was inserted. A line/).first();
  const trap = `\u202E${'['.repeat(90_000)}`;
  const busy = await longestTask(
    page,
    longest,
    async () => {
      for (const field of [page.getByRole('heading', { level: 1 }), builder.accountId]) {
        await field.click();
        await builder.putOnClipboard(trap);
        await page.keyboard.press('ControlOrMeta+v');
        await expect(refusal).toBeVisible();
        await page.getByRole('button', { name: 'Dismiss' }).click();
        await expect(refusal).toBeHidden();
      }
    },
    () => Promise.resolve(),
  );
  expect(busy, 'milliseconds of one task').toBeLessThan(longest);
  await expect(builder.paste).toHaveValue('');
  await expect(builder.accountId).toHaveValue(application.accountId);
});

test('a text that comes before the fields are guarded freezes nobody, and is asked for again', async ({
  page,
}) => {
  let letGuardCome = () => {};
  const guardMayCome = new Promise<void>((resolve) => {
    letGuardCome = resolve;
  });
  await page.route('**/guardPage-*', async (route) => {
    await guardMayCome;
    await route.continue();
  });
  const builder = await BuilderPage.open(page);
  const insert = async () => {
    for (const text of [`\u202E${'['.repeat(90_000)}`, '1'.repeat(3_000_000)]) {
      await builder.putOnClipboard(text);
      for (const place of [page.getByRole('heading', { level: 1 }), builder.accountId]) {
        await place.click();
        await page.keyboard.press('ControlOrMeta+v');
      }
    }
  };
  const busy = await longestTask(page, longest, insert, () => Promise.resolve());
  expect(busy, 'milliseconds of one task').toBeLessThan(longest);
  await expect(builder.paste).toHaveValue('');
  await expect(builder.accountId).toHaveValue('');
  letGuardCome();
  await expect(page.getByText(/^Nothing was inserted\. The page was still loading/)).toBeVisible();
  // A short text is inserted at once.
  await builder.accountId.click();
  await builder.putOnClipboard(application.accountId);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(builder.accountId).toHaveValue(application.accountId);
});

test('hostile drafts are kept as they are shown, all that was left out is told', async ({
  page,
}, testInfo) => {
  await openPage(page);
  await openDrafts(page);
  await page.getByRole('checkbox', { name: 'Save the form while it is filled in' }).uncheck();
  const deleteEverything = async () => {
    await page.getByRole('button', { name: 'Delete everything stored' }).click();
    await expect(page.getByText('Everything stored was deleted')).toBeVisible();
  };
  const texts = new HostileTexts(1_000);
  for (let round = 0; round < rounds.files; round += 1) {
    const drafts = Array.from({ length: rounds.draftsPerFile }, (_, index) => texts.draft(index));
    const file = { format: 'qbusiness-policies-drafts', version: 1, drafts };
    // As a file on disk: a text given to Playwright is decoded by the page, which would count as its work.
    const path = testInfo.outputPath('hostile.json');
    const text = JSON.stringify(file);
    await writeFile(path, text);
    const isTooLong = text.length > MAX_DRAFTS_LENGTH;
    const take = async () => {
      await page.getByLabel('Import drafts from a file').setInputFiles(path);
      const outcome = isTooLong ? 'Nothing was imported' : `${drafts.length} drafts imported`;
      await expect(page.getByText(outcome)).toBeVisible();
    };
    const busy = await longestTask(page, longest, take, deleteEverything);
    expect(busy, 'milliseconds of one task').toBeLessThan(longest);
    if (isTooLong) continue;
    const names: string[] = [];
    const next = page.getByRole('button', { name: 'Go to next page' });
    const turnPages = async () => {
      for (;;) {
        names.push(
          ...(await page
            .getByRole('list', { name: 'Drafts' })
            .locator('> li > strong')
            .allInnerTexts()),
        );
        if (!(await next.isEnabled())) break;
        await next.click();
      }
    };
    const turnBack = async () => {
      names.length = 0;
      const previous = page.getByRole('button', { name: 'Go to previous page' });
      while (await previous.isEnabled()) await previous.click();
    };
    const busyTurning = await longestTask(page, longest, turnPages, turnBack);
    expect(busyTurning, 'milliseconds of one task').toBeLessThan(longest);
    expect(names).toHaveLength(rounds.draftsPerFile);
    expect(names.filter((name) => unseenIn(name).length > 0)).toEqual([]);
    await deleteEverything();
  }
  expect(texts.missing).toEqual([]);
  // Only the choice that nothing is to be stored.
  expect(Object.keys(await stored(page))).toEqual(['qbusiness-policies:autosave']);
});

test('hostile rows of a batch are kept as they are shown, and keep nobody from typing', async ({
  page,
}, testInfo) => {
  await page.goto('./#/build/applications');
  const status = page.getByRole('status', { name: 'Rows' });
  const removeEveryRow = async () => {
    await page.getByRole('checkbox', { name: 'Select all rows' }).check();
    await page.getByRole('button', { name: 'Remove selected' }).click();
    await expect(status).toHaveCount(0);
  };
  const texts = new HostileTexts(2);
  for (let round = 0; round < rounds.tables; round += 1) {
    const path = testInfo.outputPath('rows.csv');
    // A file with a zero in it is refused as no text.
    await writeFile(path, texts.rows(rounds.rowsPerTable).replaceAll('\0', ''));
    const take = async () => {
      await page.getByLabel('Files with applications').setInputFiles(path);
      await expect(status).toContainText(/\d+ rows/);
      await expect(status).toHaveAttribute('aria-busy', 'false');
    };
    const busy = await longestTask(page, longest, take, removeEveryRow);
    expect(busy, 'milliseconds of one task').toBeLessThan(longest);
    const shown = await page
      .getByRole('grid', { name: 'Applications' })
      .locator('[role="gridcell"]:is([data-field="region"], [data-field="accountId"]) bdi')
      .allTextContents();
    expect(shown.length).toBeGreaterThan(10);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the table as CSV' }).click(),
    ]);
    const csv = (await readFile(await download.path(), 'utf8')).replace(/^\uFEFF/, '');
    expect(unseenIn(csv)).toEqual([]);
    // An apostrophe keeps a spreadsheet from taking the cell, or what it takes for one, for a formula.
    const cells = new Set(
      csvParseRows(csv).flatMap((row) =>
        row.map((cell) => cell.replaceAll(/(^|[;\t\r\n|])'(?='*[=+\-@＝＋－＠\t\r\n])/g, '$1')),
      ),
    );
    expect(shown.filter((text) => !cells.has(text))).toEqual([]);
    await removeEveryRow();
  }
  expect(texts.missing).toEqual([]);
});
