import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';

const id = '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
const other = '8f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
const rows = [
  'name;region;account;application;identityType',
  `Help desk;us-east-1;222233334444;${id};ANONYMOUS`,
  `Jobs;us-west-2;22233334444;${other};ANONYMOUS`,
  `Intranet;us-east-1;222233334444;9f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17;AWS_IAM_IDC`,
].join('\n');

test.beforeEach(async ({ page }) => {
  await page.goto('#/build/applications');
  await page.getByRole('textbox', { name: 'Applications' }).fill(rows);
  await page.getByRole('button', { name: 'Add to the table' }).click();
  await expect(page.getByRole('status', { name: 'Rows' })).toContainText('1 left out');
});

test('a lost zero is asked about, and the archive holds the role of each row', async ({ page }) => {
  await page.getByRole('button', { name: 'Use 022233334444' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download 2 roles' }).click();
  const files = unzipSync(readFileSync(await (await download).path()));
  const trust = (account: string, application: string) =>
    new TextDecoder().decode(
      files[`${account}/${application}/policies/trustpolicyforanonymous.json`],
    );
  expect(trust('222233334444', id)).toContain(
    `arn:aws:qbusiness:us-east-1:222233334444:application/${id}`,
  );
  expect(trust('022233334444', other)).toContain(
    `arn:aws:qbusiness:us-west-2:022233334444:application/${other}`,
  );
});

test('a cell is typed over with the keyboard, judged, undone, and survives a reload', async ({
  page,
}) => {
  const grid = page.getByRole('grid', { name: 'Applications' });
  const cell = grid.getByRole('gridcell', { name: '222233334444' }).first();
  await cell.click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(grid.getByText('2 of 12 digits')).toBeAttached();
  await page.reload();
  await expect(grid.getByText('2 of 12 digits')).toBeAttached();
  await page.getByRole('button', { name: 'Remove row' }).first().click();
  await expect(page.getByRole('status', { name: 'Rows' })).toContainText('2 rows');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('status', { name: 'Rows' })).toContainText('3 rows');
});

test('when every row is removed, the way back is there and has the focus', async ({ page }) => {
  const count = page.getByRole('status', { name: 'Rows' });
  const undo = page.getByRole('tabpanel').getByRole('button', { name: 'Undo', exact: true });
  const grid = page.getByRole('grid', { name: 'Applications' });
  await grid.getByRole('checkbox', { name: 'Select all rows' }).check();
  await page.getByRole('button', { name: 'Remove selected' }).press('Enter');
  await expect(count).toHaveCount(0);
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(count).toContainText('3 rows');
  for (const left of ['2 rows', '1 row', undefined]) {
    await grid.getByRole('button', { name: 'Remove row' }).first().press('Enter');
    if (left !== undefined) await expect(count).toContainText(left);
  }
  await expect(undo).toBeFocused();
});

test('what a click on a button ends as an edit is in the file, and undone by it', async ({
  page,
}) => {
  const grid = page.getByRole('grid', { name: 'Applications' });
  const typeOver = async (text: string) => {
    await grid.getByRole('gridcell', { name: 'Help desk' }).first().dblclick();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  };
  await typeOver('Front desk');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    // Without the time that a person takes between pressing and releasing the button.
    page.getByRole('button', { name: /^Save the table/ }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Front desk');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await typeOver('Back desk');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(grid.getByRole('gridcell', { name: 'Help desk' }).first()).toBeVisible();
  await expect(grid.getByText('Back desk')).toHaveCount(0);
});

test('a row shows its documents', async ({ page }) => {
  await page.getByRole('gridcell', { name: 'Help desk' }).click();
  const documents = page.getByRole('region', { name: 'Documents of the row' });
  await expect(documents.getByRole('region', { name: 'Trust policy' })).toContainText(id);
  await documents.getByRole('button', { name: 'Close the documents' }).click();
  await expect(documents).toBeHidden();
});

test('the button of a row leads to its documents, and closing them back to the row', async ({
  page,
}) => {
  // So low that the table fills it.
  await page.setViewportSize({ width: 1440, height: 420 });
  const button = page.getByRole('button', { name: 'Show documents' }).first();
  await button.click();
  const documents = page.getByRole('region', { name: 'Documents of the row' });
  const title = documents.getByRole('heading', { name: 'Help desk' });
  await expect(title).toBeInViewport();
  await expect(documents.getByRole('region', { name: 'Permissions policy' })).toBeInViewport();
  await expect(documents).toBeFocused();
  await page.evaluate(() => scrollTo(0, 0));
  await button.press('Enter');
  await expect(title).toBeInViewport();
  await documents.getByRole('button', { name: 'Close the documents' }).click();
  await expect(button).toBeFocused();
  await button.click();
  await expect(documents).toBeFocused();
  // A click on another row shows its documents, and leaves the focus where it is.
  const cell = page.getByRole('gridcell', { name: 'Jobs' });
  await cell.click();
  await expect(documents.getByRole('heading', { name: 'Jobs' })).toBeAttached();
  await expect(cell).toBeFocused();
});

test('a draft holds the table, and opening it can be undone', async ({ page }) => {
  const status = page.getByRole('status', { name: 'Rows' });
  await page.getByRole('button', { name: 'Drafts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Drafts' });
  await dialog.getByRole('textbox', { name: 'Name of a new draft' }).fill('Three');
  await dialog.getByRole('button', { name: 'Save the form and the table as a draft' }).click();
  await expect(dialog.getByRole('listitem', { name: 'Three' })).toContainText(
    'form and 3 applications',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove row' }).first().click();
  await expect(status).toContainText('2 rows');
  await page.getByRole('button', { name: 'Drafts' }).click();
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(status).toContainText('3 rows');
  const toast = page.getByText('Opened “Three” with 3 applications');
  await expect(toast).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(status).toContainText('2 rows');
});

test('a link holds the table while it is short, else the file is offered', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share the form' });
  await expect(dialog).toContainText('The link holds the form and 3 applications');
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');

  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const second = await elsewhere.newPage();
  await second.goto(link);
  await expect(second.getByRole('status', { name: 'Rows' })).toContainText('1 left out');
  await expect(second.getByRole('gridcell', { name: 'Help desk' })).toBeVisible();
  await elsewhere.close();

  const many = Array.from(
    { length: 200 },
    (_, index) => `us-east-1;222233334444;${(0x70000000 + index).toString(16)}${id.slice(8)}`,
  );
  await page.getByRole('textbox', { name: 'Applications' }).fill(many.join('\n'));
  await page.getByRole('button', { name: 'Add to the table' }).click();
  await expect(page.getByRole('status', { name: 'Rows' })).toContainText('203 rows');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog).toContainText(/with 203 applications it would have [\d,]+ characters/);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the table as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(204);
});

test('a hostile link is shown before it takes the place of the table', async ({ page }) => {
  await page.goto(
    `#v1&rows.0.name=%3Cimg%20src=x%3E&rows.0.accountId=12&rows.0.applicationId=${id}&rows.0.__proto__.x=1`,
  );
  const dialog = page.getByRole('dialog', { name: 'Open this link?' });
  await expect(dialog).toContainText('takes the place of yours, which has 3 applications');
  const table = dialog.getByRole('table', { name: 'The link holds 1 application' });
  await expect(table).toContainText('<img src=x>');
  await expect(table).toContainText('refused: 2 of 12 digits');
  await expect(dialog).toContainText('rows.0.__proto__: There is no such value');
  await dialog.getByRole('button', { name: 'Do not open' }).click();
  await expect(page.getByRole('status', { name: 'Rows' })).toContainText('3 rows');
});

test('the grid is walked and changed with the keyboard alone, and axe finds nothing in it', async ({
  page,
}) => {
  const grid = page.getByRole('grid', { name: 'Applications' });
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[role]')?.getAttribute('aria-colindex'));
  await page.getByRole('button', { name: 'Save the table as CSV' }).focus();
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null);
    })
    .toBe(true);
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown');
      return page.evaluate(() => document.activeElement?.closest('[role="gridcell"]') !== null);
    })
    .toBe(true);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Download 1 selected' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Renamed');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('gridcell', { name: 'Renamed' })).toBeVisible();

  const { violations } = await new AxeBuilder({ page })
    .include('[role="grid"]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
});

test('an edit, its undo and its redo are shown, and rows that come later are not selected', async ({
  page,
}) => {
  const grid = page.getByRole('grid', { name: 'Applications' });
  await grid.getByRole('gridcell', { name: 'Help desk' }).click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Renamed');
  await page.keyboard.press('Enter');
  const renamed = grid.getByRole('gridcell', { name: 'Renamed' });
  const former = grid.getByRole('gridcell', { name: 'Help desk' });
  await expect(renamed).toBeVisible();
  for (const name of ['Undo', 'Redo', 'Undo']) {
    await page.getByRole('button', { name, exact: true }).first().click();
    await expect(name === 'Redo' ? renamed : former).toBeVisible();
    await expect(name === 'Redo' ? former : renamed).toBeHidden();
  }

  await grid.getByRole('checkbox', { name: 'Select all rows' }).click();
  await expect(page.getByRole('button', { name: 'Download 3 selected' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove selected' }).click();
  await expect(grid).toBeHidden();
  await page.getByRole('textbox', { name: 'Applications' }).fill(rows);
  await page.getByRole('button', { name: 'Add to the table' }).click();
  await expect(former).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download 1 role', exact: true })).toBeVisible();
});

test('ten thousand rows fill the table, and the last of them is found', async ({ page }) => {
  const many = Array.from(
    { length: 9_997 },
    (_, index) => `us-east-1,222233334444,${(0x70000000 + index).toString(16)}${id.slice(8)}`,
  );
  const text = `region,accountId,applicationId\n${many.join('\n')}`;
  await page
    .getByLabel('Files with applications')
    .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByRole('status', { name: 'Rows' })).toContainText('9,998 ready');
  const grid = page.getByRole('grid', { name: 'Applications' });
  await expect(grid).toHaveAttribute('aria-rowcount', '10001');
  const heading = grid.getByRole('columnheader', { name: 'Application ID' });
  for (const order of ['ascending', 'descending']) {
    await heading.click();
    await expect(heading).toHaveAttribute('aria-sort', order);
  }
  await expect(grid.getByText(`7000270c${id.slice(8)}`)).toBeVisible();

  // Rows and their controls in one task would keep the page from answering.
  const controlsAtFirst = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (document.querySelector('[role="row"][data-rowindex="100"]') === null) return;
          observer.disconnect();
          resolve(document.querySelectorAll('[role="row"][data-rowindex] button').length);
        }).observe(document, { childList: true, subtree: true });
        document.querySelector<HTMLElement>('[aria-label="Go to next page"]')?.click();
      }),
  );
  expect(controlsAtFirst).toBe(0);
  await expect(grid.getByRole('button', { name: 'Remove row' }).first()).toBeVisible();
});
