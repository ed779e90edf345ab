import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { representatives } from '../scripts/deep.mjs';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';

test.use({ hasMonaco: true });

const applicationArn =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

const webPermissions = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "QBusinessAnonymousWebExperienceConversationPermissions",
      "Effect": "Allow",
      "Action": [
        "qbusiness:Chat",
        "qbusiness:ChatSync",
        "qbusiness:PutFeedback",
        "qbusiness:GetChatControlsConfiguration",
        "qbusiness:GetApplication"
      ],
      "Resource": "${applicationArn}"
    }
  ]
}
`;

const webTrust = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "QBusinessTrustPolicy",
      "Effect": "Allow",
      "Principal": {
        "Service": "application.qbusiness.amazonaws.com"
      },
      "Action": "sts:AssumeRole",
      "Condition": {
        "StringEquals": {
          "aws:SourceAccount": "445566778899"
        },
        "ArnEquals": {
          "aws:SourceArn": "${applicationArn}"
        }
      }
    }
  ]
}
`;

test('both documents of a role fit a window of 1440 × 900, with and without their editors', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  /** How far the text of the second document reaches beyond the window: its frame has a pixel below. */
  const beyond = () =>
    builder
      .document('Trust policy')
      .evaluate((region) => region.getBoundingClientRect().bottom - 1 - innerHeight);
  expect(await beyond()).toBeLessThanOrEqual(0);
  await builder.whenEditorsAreThere();
  await expect.poll(beyond).toBeLessThanOrEqual(0);
});

test('the results stay where they are, whatever the state of the role says', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  const top = () =>
    page
      .getByRole('tabpanel', { name: 'Policies' })
      .evaluate((panel) => panel.getBoundingClientRect().top);
  for (const width of [1440, 1366, 1280, 1200, 900]) {
    await page.setViewportSize({ width, height: 900 });
    await builder.fillIn({ region: '', accountId: '', applicationId: '' });
    await expect(builder.status).toHaveText('3 values missing');
    const start = await top();
    await builder.accountId.fill('1');
    await expect(builder.status).toHaveText('2 values missing1 problem');
    expect.soft(await top(), `${width} px, two remarks`).toBe(start);
    await builder.region.fill('eu-central-1');
    await expect(builder.status).toHaveText('1 value missing1 problem1 warning');
    expect.soft(await top(), `${width} px, three remarks`).toBe(start);
    await expect(builder.button('1 value missing')).toBeVisible();
    await builder.fillIn(application);
    await expect(builder.status).toHaveText('Ready');
    expect.soft(await top(), `${width} px, ready`).toBe(start);
  }
});

test('three values make both documents of a web experience', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.expectPart('Permissions policy', '{{application_id}}');
  await builder.fillIn(application);
  await expect(builder.status).toHaveText('Ready');
  await builder.expectShown('Permissions policy', webPermissions);
  await builder.expectShown('Trust policy', webTrust);
  await builder.whenEditorsAreThere();
  await builder.expectShown('Permissions policy', webPermissions);
  await builder.expectShown('Trust policy', webTrust);
});

test('both documents follow each change', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.whenEditorsAreThere();
  await builder.fillIn(application);
  await builder.accountId.fill('556677889900');
  await builder.expectShown(
    'Permissions policy',
    webPermissions.replaceAll('445566778899', '556677889900'),
  );
  await builder.expectShown('Trust policy', webTrust.replaceAll('445566778899', '556677889900'));
  await builder.region.fill('eu-west-1');
  await builder.expectPart('Trust policy', 'eu-west-1:556677889900');
});

test('what is copied is what is shown, to the byte', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.whenEditorsAreThere();
  await builder.fillIn(application);
  expect(await builder.copy('Copy permissions policy')).toBe(webPermissions);
  expect(await builder.copy('Copy trust policy')).toBe(webTrust);
});

test('the copied commands create the role, attach the policy and hand the role over, or update it', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.showResult('Commands');
  const commands = await builder.copy('Copy commands');
  for (const part of [
    '--role-name QBusinessAnonymousWeb-0f1e2d3c',
    '--assume-role-policy-document file://policies/trustpolicyforanonymous.json',
    '--policy-document file://policies/permspolicyforwebexperienceanonymous.json',
    '--role-arn arn:aws:iam::445566778899:role/QBusinessAnonymousWeb-0f1e2d3c',
  ]) {
    expect(commands).toContain(part);
  }
  expect(commands).not.toContain('--no-cli-pager');
  await builder.button('PowerShell').click();
  await expect(builder.button('Copied')).toHaveCount(0, { timeout: 1_000 });
  expect(await builder.copy('Copy commands')).not.toBe(commands);
  await builder.button('Update existing').click();
  const update = await builder.copy('Copy commands');
  expect(update).toContain('aws iam update-assume-role-policy');
  expect(update).not.toContain('create-role');
});

test('the archive holds what the page shows and copies, and comes out the same twice', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  const first = await builder.download();
  expect(first.files['policies/permspolicyforwebexperienceanonymous.json']).toBe(webPermissions);
  expect(first.files['policies/trustpolicyforanonymous.json']).toBe(webTrust);
  await builder.showResult('Commands');
  expect(first.files['policies/commands.sh']).toContain(await builder.copy('Copy commands'));
  expect(first.files).toHaveProperty(['policies/README.md']);
  // A second click within half a second would be the same download.
  await page.waitForTimeout(600);
  const second = await builder.download();
  expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true);
});

test.describe('in the plain view', () => {
  test.use({ hasMonaco: false });

  test('every file of the download can be looked at and copied', async ({ page }) => {
    const builder = await BuilderPage.open(page);
    await builder.fillIn(application);
    const { files } = await builder.download();
    await builder.showResult('Files');
    const paths = Object.keys(files).toSorted();
    const list = page.getByRole('list', { name: `${paths.length} files` }).getByRole('button');
    await expect(list).toHaveCount(paths.length);
    const listed = (await list.allTextContents()).map((name) => `policies/${name}`);
    expect(listed.toSorted()).toEqual(paths);
    const extensions = listed.map((path) => extname(path));
    const chosen = representatives(listed, (_, index) => {
      const isFirstOfItsKind = extensions.indexOf(extensions[index] ?? '') === index;
      return isFirstOfItsKind || index === listed.length - 1;
    });
    for (const path of chosen) {
      await list.nth(listed.indexOf(path)).click();
      await expect(page.getByRole('region', { name: path, exact: true })).toBeVisible();
      // The button may say “Copied” of the file before, not of this one.
      await expect(builder.button(`Copy ${path}`)).toHaveCount(1, { timeout: 1_000 });
      expect(await builder.copy(`Copy ${path}`)).toBe(files[path]);
    }
  });
});

test('switching modes and callers and back loses nothing', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.field('Web experience ID').fill('1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809');
  await builder.openOptions('Web experience');
  await builder.button('Add origin').click();
  await builder.field('Allowed origin 1').fill('https://chat.example.org');
  await builder.chooseMode('API only');
  await builder.chooseCaller('lambda');
  await builder.field('Function name').fill('answers');
  await builder.expectPart('Trust policy', 'function:answers');
  await builder.chooseCaller('ec2-instance');
  await builder.expectPart('Trust policy', 'ec2.amazonaws.com');
  await builder.chooseCaller('lambda');
  await expect(builder.field('Function name')).toHaveValue('answers');
  await builder.expectPart('Trust policy', 'function:answers');
  await builder.chooseMode('Web experience');
  await builder.expectShown('Permissions policy', webPermissions);
  await expect(builder.field('Web experience ID')).toHaveValue(
    '1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809',
  );
  await builder.showResult('Commands');
  expect(await builder.copy('Copy commands')).toContain('--origins https://chat.example.org');
});

test('clearing the form can be undone', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.chooseFormAction('Clear form');
  await expect(builder.status).toHaveText('3 values missing');
  await expect(builder.accountId).toHaveValue('');
  await builder.button('Undo').click();
  await expect(builder.status).toHaveText('Ready');
  await builder.expectShown('Permissions policy', webPermissions);
});

test('an example says that it is one', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.chooseFormAction('Load an example');
  await expect(builder.status).toHaveText('Sample values');
  await expect(
    page.getByText('This is a sample value from the AWS documentation').first(),
  ).toBeVisible();
});

test('every place has an address: Back, Forward and a reload lead to it', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.showResult('Commands');
  await expect(page).toHaveURL(/#\/build\/commands$/);
  await page.getByRole('link', { name: 'AWS’s page' }).click();
  await expect(page.getByRole('heading', { name: /AWS’s page/ }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Commands', selected: true })).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(/#\/aws$/);
  await page.goBack();
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Commands', selected: true })).toBeVisible();
  await expect(builder.accountId).toHaveValue(application.accountId);
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Policies', selected: true })).toBeVisible();
  await builder.expectShown('Permissions policy', webPermissions);
});

test('the change record’s fields are there after a reload', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.showResult('Change record');
  await page.getByRole('textbox', { name: 'Change number' }).fill('CHG-7');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Change number' })).toHaveValue('CHG-7');
});

test('setting a value and clicking in one task exports that value', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[name="accountId"]');
      const button = document.querySelector<HTMLElement>('[name="download-folder"]');
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      if (field === null) throw new Error('No field');
      value?.set?.call(field, '111133335555');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      button?.click();
    }),
  ]);
  const files = Object.values(unzipSync(await readFile(await download.path())));
  const texts = files.map((file) => strFromU8(file)).join();
  expect(texts).toContain('111133335555');
  expect(texts).not.toContain(application.accountId);
});

test('after a download the next command is a click away, and a double click is one download', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await builder.button('Download folder').dblclick();
  await expect(page.getByText(/^\d+ files downloaded. Next: /)).toBeVisible();
  await builder.button('Copy command').click();
  await expect.poll(() => builder.clipboard()).toContain('policies/apply');
  expect(downloads).toBe(1);
});

test('an ARN in place of an ID is split over the fields', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.accountId.fill(applicationArn);
  await expect(builder.accountId).toHaveValue(application.accountId);
  await expect(builder.region).toHaveValue(application.region);
  await expect(builder.applicationId).toHaveValue(application.applicationId);
  await builder.button('Undo').click();
  await expect(builder.region).toHaveValue('');
});

test('tags take pasted lines', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.openOptions('Tags');
  await builder.button('Add tag').click();
  await builder.putOnClipboard('team=help\nowner=me');
  await builder.field('Key 1').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(builder.field('Value 2')).toHaveValue('me');
});

test('at 1440 px no line of a filled-in policy is broken', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const builder = await BuilderPage.open(page);
  await builder.whenEditorsAreThere();
  await builder.fillIn({ ...application, region: 'ap-southeast-2' });
  await expect(builder.status).toHaveText('Ready');
  const lines = builder.document('Trust policy').locator('.view-line, .code-line');
  await expect(lines.first()).toBeVisible();
  const broken = await lines.evaluateAll(
    (all) => all.filter((line) => line.getBoundingClientRect().height > 24).length,
  );
  expect(broken).toBe(0);
});
