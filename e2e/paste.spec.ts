import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';

const { region, accountId, applicationId } = application;
const arn = `arn:aws:qbusiness:${region}:${accountId}:application/${applicationId}`;

test('a pasted ARN fills the form on confirmation, and undo empties it again', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.field('Paste anything').fill(arn);
  await expect(page.getByRole('region', { name: 'Paste', exact: true })).toContainText(
    'Recognised: Application ARN',
  );
  await expect(builder.region).toHaveValue('');
  await builder.button('Fill in the form').click();
  await expect(builder.region).toHaveValue(region);
  await expect(builder.accountId).toHaveValue(accountId);
  await expect(builder.applicationId).toHaveValue(applicationId);
  await expect(builder.status).toHaveText('Ready');
  await builder.button('Undo').click();
  await expect(builder.region).toHaveValue('');
  await expect(builder.applicationId).toHaveValue('');
});

test('Ctrl+V outside of a field reads the clipboard; inside a field it types', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.putOnClipboard(arn);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(builder.button('Fill in the form')).toBeVisible();
  await expect(builder.field('Paste anything')).toBeFocused();
  await builder.button('Discard the paste').click();
  await expect(builder.field('Paste anything')).toHaveValue('');
  await builder.putOnClipboard(accountId);
  await builder.accountId.focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(builder.accountId).toHaveValue(accountId);
  await expect(builder.field('Paste anything')).toHaveValue('');
});

test('what a paste changes, keeps and lacks is shown before it happens', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.region.fill('us-east-1');
  await builder
    .field('Paste anything')
    .fill(
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
  await builder.field('Paste anything').fill(JSON.stringify(output, undefined, 4));
  await expect(builder.button('Fill in the form')).toBeHidden();
  await expect(page.getByRole('radio', { name: 'intranet' })).toHaveAccessibleDescription(
    /signs its users in \(AWS_IAM_IDC\)/,
  );
  await page.getByRole('radio', { name: 'public-help' }).check();
  await builder.button('Fill in the form').click();
  await expect(builder.applicationId).toHaveValue(applicationId);
});

test('an unknown paste says what can be read, and changes nothing', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.field('Paste anything').fill('Please set up the chat by Friday.');
  const paste = page.getByRole('region', { name: 'Paste', exact: true });
  await expect(paste).toContainText('Not recognised');
  await expect(paste).toContainText('an application, web experience or role ARN');
  await builder.button('Discard the paste').click();
  await expect(builder.applicationId).toHaveValue(applicationId);
});
