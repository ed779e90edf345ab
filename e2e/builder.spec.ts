import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';

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

test('three values make both documents of a web experience', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.expectPart('Permissions policy', '{{application_id}}');
  await builder.fillIn(application);
  await expect(builder.status).toHaveText('Ready');
  await builder.expectShown('Permissions policy', webPermissions);
  await builder.expectShown('Trust policy', webTrust);
});

test('both documents follow each change', async ({ page }) => {
  const builder = await BuilderPage.open(page);
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
  await builder.fillIn(application);
  expect(await builder.copy('Copy permissions policy')).toBe(webPermissions);
  expect(await builder.copy('Copy trust policy')).toBe(webTrust);
});

test('the copied commands make the role, attach the policy and hand the role over', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
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
  await page.getByRole('tab', { name: 'PowerShell' }).click();
  expect(await builder.copy('Copy commands')).not.toBe(commands);
});

test('the archive holds what the page shows and copies, and comes out the same twice', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  const first = await builder.download();
  expect(first.files['policies/permspolicyforwebexperienceanonymous.json']).toBe(webPermissions);
  expect(first.files['policies/trustpolicyforanonymous.json']).toBe(webTrust);
  expect(first.files['policies/commands.sh']).toContain(await builder.copy('Copy commands'));
  expect(first.files).toHaveProperty(['policies/README.md']);
  const second = await builder.download();
  expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true);
});

test('every file of the download can be looked at and copied', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await page.getByRole('heading', { name: 'Every file of the download' }).click();
  const tabs = page.getByRole('tablist', { name: 'Files' }).getByRole('tab');
  await expect(tabs.first()).toBeVisible();
  const { files } = await builder.download();
  const seen: string[] = [];
  for (const tab of await tabs.all()) {
    await tab.click();
    const panel = page.getByRole('tabpanel', { name: (await tab.textContent()) ?? '' });
    await expect(panel).toBeVisible();
    for (const name of await panel.getByRole('region').all()) {
      seen.push((await name.getAttribute('aria-label')) ?? '');
    }
  }
  const shown = Object.keys(files).filter((path) => path !== 'policies/README.md');
  expect(seen.toSorted()).toEqual(shown.toSorted());
});

test('switching modes and callers and back loses nothing', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.openOptions();
  await builder.field('Web experience ID').fill('1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809');
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
  expect(await builder.copy('Copy commands')).toContain('--origins https://chat.example.org');
});

test('clearing the form can be undone', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.button('Clear form').click();
  await expect(builder.status).toHaveText('3 values missing');
  await expect(builder.accountId).toHaveValue('');
  await builder.button('Undo').click();
  await expect(builder.status).toHaveText('Ready');
  await builder.expectShown('Permissions policy', webPermissions);
});

test('an example says that it is one', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.button('Load an example').click();
  await expect(builder.status).toHaveText(/Ready\s*2 warnings/);
  await expect(
    page.getByText('This is a sample value from the AWS documentation').first(),
  ).toBeVisible();
});

test('the differences from the AWS page are explained, and the form waits', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await page.getByRole('tab', { name: 'Differences from AWS’s page' }).click();
  await expect(
    page.getByRole('heading', { name: 'How this differs from AWS’s page' }),
  ).toBeVisible();
  await expect(page.getByText('takes no new customers since 31 July 2026')).toBeVisible();
  expect(await builder.copy('Copy command')).toBe(
    'aws iam create-service-linked-role \\\n  --aws-service-name qbusiness.amazonaws.com',
  );
  expect(JSON.parse(await builder.copy('Copy policy'))).toHaveProperty('Statement.length', 4);
  await page.getByRole('tab', { name: 'Build' }).click();
  await expect(builder.accountId).toHaveValue(application.accountId);
  await builder.expectShown('Permissions policy', webPermissions);
  await builder.accountId.fill('556677889900');
  await builder.expectPart('Trust policy', '556677889900');
});
