import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';

const { region, accountId, applicationId } = application;
const arn = `arn:aws:qbusiness:${region}:${accountId}:application/${applicationId}`;

test('a paste fills an empty form at once, and undo empties it again', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.paste.fill(arn);
  await expect(builder.region).toHaveValue(region);
  await expect(builder.accountId).toHaveValue(accountId);
  await expect(builder.applicationId).toHaveValue(applicationId);
  await expect(builder.status).toHaveText('Ready');
  await expect(page.getByRole('button', { name: 'Download folder' })).toBeFocused();
  await builder.button('Undo').click();
  await expect(builder.region).toHaveValue('');
  await expect(builder.applicationId).toHaveValue('');
});

test('into a filled form a paste goes with Enter, and the focus goes to what is missing', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.region.fill('us-east-1');
  await builder.paste.fill(`${region} ${applicationId}`);
  await expect(page.getByRole('region', { name: 'Paste', exact: true })).toContainText(
    'Recognised',
  );
  await expect(builder.region).toHaveValue('us-east-1');
  await builder.paste.press('Enter');
  await expect(builder.region).toHaveValue(region);
  await expect(builder.accountId).toBeFocused();
});

test('Ctrl+V outside of a field reads the clipboard; inside a field it types', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.region.fill('us-east-1');
  await builder.putOnClipboard(arn);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(builder.button('Fill in the form')).toBeVisible();
  await expect(builder.paste).toBeFocused();
  await builder.button('Discard').click();
  await expect(builder.paste).toHaveValue('');
  await builder.putOnClipboard(accountId);
  await builder.accountId.focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(builder.accountId).toHaveValue(accountId);
  await expect(builder.paste).toHaveValue('');
});

test('what a paste changes, keeps and lacks is shown before it happens', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.region.fill('us-east-1');
  await builder.paste.fill(
    `https://${region}.console.aws.amazon.com/amazonq/business/applications/${applicationId}/details?region=${region}`,
  );
  const paste = page.getByRole('region', { name: 'Paste', exact: true });
  await expect(paste).toContainText(`from us-east-1 → to ${region}`);
  await expect(paste).toContainText(applicationId);
  await expect(paste).toContainText('Account ID: still missing');
  await expect(paste).toContainText('The console URL holds no account ID.');
  await expect(builder.region).toHaveValue('us-east-1');
});

test('a list of applications offers a choice, and says which one signs its users in', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  const item = (displayName: string, id: string, identityType: string) => ({
    displayName,
    applicationId: id,
    status: 'ACTIVE',
    identityType,
  });
  const output = {
    applications: [
      item('public-help', applicationId, 'ANONYMOUS'),
      item('intranet', `1${applicationId.slice(1)}`, 'AWS_IAM_IDC'),
    ],
  };
  await builder.paste.fill(JSON.stringify(output, undefined, 4));
  await expect(builder.button('Fill in the form')).toBeHidden();
  const choice = page.getByRole('table', { name: 'Choose applications (2)' });
  await expect(choice.getByRole('checkbox', { name: 'intranet' })).toBeDisabled();
  await expect(choice).toContainText('signs its users in (AWS_IAM_IDC)');
  await choice.getByRole('checkbox', { name: 'public-help' }).check();
  await builder.button('Fill in the form').click();
  await expect(builder.applicationId).toHaveValue(applicationId);
});

test('a pasted policy offers to be checked', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.paste.fill(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'qbusiness:Chat', Resource: arn }],
    }),
  );
  await builder.button('Check this policy').click();
  await expect(page).toHaveURL(/#\/check/);
});

test('an unknown paste says what can be read, and changes nothing', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.paste.fill('Please set up the chat by Friday.');
  const paste = page.getByRole('region', { name: 'Paste', exact: true });
  await expect(paste).toContainText('Not recognised');
  await expect(paste).toContainText('an application, web experience or role ARN');
  await builder.button('Discard the paste').click();
  await expect(builder.applicationId).toHaveValue(applicationId);
});

test('a text of megabytes is not put into a field, which would keep the page from answering', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  const pasteInto = async (field: Locator, text: string) => {
    await field.focus();
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('Control+V');
  };
  const long = '1'.repeat(3_000_000);
  // The page has begun to watch once a shorter one is refused as well.
  await expect(async () => {
    await builder.accountId.fill('');
    await pasteInto(builder.accountId, long.slice(0, 200_000));
    await expect(builder.accountId).toHaveValue('', { timeout: 1_000 });
  }).toPass();
  await pasteInto(builder.accountId, long);
  await expect(page.getByText('Nothing was inserted. The text has 3,000,000')).toBeVisible();
  await expect(builder.accountId).toHaveValue('');
  await pasteInto(builder.paste, long);
  await expect(page.getByText('The paste has 3,000,000 characters')).toBeVisible();
});
