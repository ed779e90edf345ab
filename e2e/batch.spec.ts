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

test('a row shows its documents', async ({ page }) => {
  await page.getByRole('gridcell', { name: 'Help desk' }).click();
  const documents = page.getByRole('region', { name: 'Documents of the row' });
  await expect(documents.getByRole('region', { name: 'Trust policy' })).toContainText(id);
  await documents.getByRole('button', { name: 'Close the documents' }).click();
  await expect(documents).toBeHidden();
});
