import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { AuditPage } from './pages/AuditPage';
import { application, BuilderPage } from './pages/BuilderPage';
import { openPage } from './pages/openPage';

test('the access of the plan in words, as a picture and as a table', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  await expect(
    page.getByText('Can become the role: Amazon Q Business, for this application.'),
  ).toBeVisible();
  await expect(
    page.getByRole('img', { name: 'Who can become the role, and what it can do' }),
  ).toBeVisible();
  await expect(page.getByText('384 of 384 decisions')).toBeVisible();

  await page.getByRole('combobox', { name: 'Decision' }).selectOption('Allowed');
  await expect(page.getByText('5 of 384 decisions')).toBeVisible();
  await page.getByRole('textbox', { name: 'Action contains' }).fill('sync');
  await expect(page.getByText('1 of 384 decisions')).toBeVisible();
  await page
    .getByRole('button', { name: /^QBusinessAnonymousWebExperienceConversationPermissions, lines/ })
    .click();
  await expect(
    page.getByRole('region', { name: 'Document with the deciding statement' }),
  ).toContainText('qbusiness:ChatSync');
});

test('the picture is saved as SVG and as PNG', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return readFile(await download.path());
  };
  const svg = (await save('Download SVG')).toString();
  expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
  expect(svg).toContain('The role');
  const png = await save('Download PNG');
  expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
  expect(png.length).toBeGreaterThan(5_000);
});

test('pasted documents are explained, and what cannot be known is not decided', async ({
  page,
}) => {
  await openPage(page);
  const audit = await AuditPage.open(page);
  await audit.whenEditorIsThere();
  await audit.paste(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: '445566778899' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
        },
      ],
    }),
  );
  await audit.show('Access');
  await page.getByRole('radio', { name: 'Pasted documents' }).check();
  await expect(page.getByText(/^Not decided for: 445566778899; a condition asks/)).toBeVisible();
});
