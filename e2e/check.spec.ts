import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { CheckPage } from './pages/CheckPage';
import { accountDetails, gitHubTrust, openTrust, permissions, roleDetail } from './pages/roles';

test.use({ hasMonaco: true });

const arn = `arn:aws:qbusiness:${application.region}:${application.accountId}:application/${application.applicationId}`;
const nothing = 'No problems found by the offline checks';

/** As a browser copies it from AWS's page: commas, curly quotes, the words around it. */
const broken = `Use the following policy:

{
 “Version”: “2012-10-17”,,
 “Statement”: [{
  “Sid”: “QBusinessAnonymousConversationAPIPermissions”,
  “Effect”: “Allow”,
  “Action”: [“qbusiness:Chat”, “qbusiness:ChatSync”, “qbusiness:PutFeedback”,],
  “Resource”: “${arn}”
 }]
}
anonymous.jsonNote`;

test('a document from AWS’s page is repaired in one step, and one undo brings it back', async ({
  page,
}) => {
  const check = await CheckPage.open(page);
  await check.paste(broken);
  await check.whenEditorIsThere();
  await expect(check.findings.getByText('There is one comma too many.')).toBeVisible();
  const before = await check.text();

  await check.findings
    .getByRole('button', { name: /^Line 4,/ })
    .first()
    .click();
  await expect(check.editor).toBeFocused();

  await check.button(/^Apply safe fixes \(\d+\)$/).click();
  await check.expectSummary(nothing);
  await expect(check.findings.getByText(/^Not checked: service control policies/)).toBeVisible();
  await expect(check.button(/^Apply safe fixes/)).toHaveCount(0);

  await check.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => check.text()).toBe(before);
});

test('what is typed into the empty workspace goes on in the editor', async ({ page }) => {
  const check = await CheckPage.open(page);
  await check.pasteField.focus();
  // A key that is pressed while nothing has the focus is lost.
  const focusLosses = await page.evaluateHandle(() => {
    const losses: string[] = [];
    new MutationObserver((mutations) => {
      if (document.activeElement !== document.body) return;
      losses.push(...mutations.map(({ target }) => target.nodeName));
    }).observe(document.body, { childList: true, subtree: true });
    return losses;
  });
  await page.keyboard.type('{"Version"', { delay: 60 });
  await expect.poll(() => check.text()).toContain('{"Version"');
  await check.whenEditorIsThere();
  await expect(check.editor).toBeFocused();
  expect(await focusLosses.jsonValue()).toEqual([]);
});

test('AWS’s text lacks only the form’s values after the safe fixes', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await page.getByRole('link', { name: 'AWS’s page' }).click();
  await page.getByRole('button', { name: 'Try AWS’s text in Check' }).click();
  const check = new CheckPage(page);
  await check.whenEditorIsThere();
  await expect(page).toHaveURL(/#\/check\/findings$/);
  await check.button(/^Apply safe fixes/).click();
  await check.button('Fill in what the form says').first().click();
  await expect.poll(() => check.text()).toContain(arn);
});

test('roles of one file stay apart, under their names', async ({ page }) => {
  const check = await CheckPage.open(page);
  await check.drop({
    name: 'account.json',
    text: accountDetails(
      roleDetail('First', { policy: permissions('qbusiness:Chat') }),
      roleDetail('Second'),
    ),
  });
  await expect(check.roles.getByRole('option')).toHaveCount(2);
  await expect(check.findings.getByText('QBUSINESS_WILDCARD_ACTION')).toHaveCount(0);
  await check.roles.focus();
  await page.keyboard.press('ArrowDown');
  await expect(check.roles.getByRole('option', { name: /^Second/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(check.findings.getByText('QBUSINESS_WILDCARD_ACTION')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search roles' }).fill('fir');
  await expect(check.roles.getByRole('option')).toHaveCount(1);
});

test('a reload and Back come back to the same texts, role and tab', async ({ page }) => {
  const check = await CheckPage.open(page);
  await check.drop({
    name: 'account.json',
    text: accountDetails(roleDetail('First'), roleDetail('Second')),
  });
  await check.roles.getByRole('option', { name: /^Second/ }).click();
  await check.tab('What it can do').click();
  await expect(page.getByRole('table', { name: 'This application' })).toBeVisible();
  await page.reload();
  await expect(check.tab('What it can do')).toHaveAttribute('aria-selected', 'true');
  await expect(check.roles.getByRole('option', { name: /^Second/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.goBack();
  await expect(check.tab('Findings')).toHaveAttribute('aria-selected', 'true');
  await page.goForward();
  await expect(check.tab('What it can do')).toHaveAttribute('aria-selected', 'true');
});

test('a kind that was taken wrongly can be overruled', async ({ page }) => {
  const check = await CheckPage.open(page);
  await check.paste(JSON.stringify(permissions('qbusiness:Chat')));
  await check.expectSummary(nothing);
  await page.getByRole('combobox', { name: 'Type' }).selectOption('trust');
  await expect(check.findings.getByText('MISSING_PRINCIPAL')).toBeVisible();
});

test('a dropped answer of the AWS CLI is taken apart, encoded or not', async ({ page }) => {
  const check = await CheckPage.open(page);
  await check.drop({
    name: 'get-role.json',
    text: JSON.stringify({
      Role: {
        RoleName: 'Web',
        AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(openTrust)),
      },
    }),
  });
  await expect(check.findings.getByText('QBUSINESS_MISSING_SOURCE_ARN')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Type' })).toHaveValue('trust');
});

test('two pasted roles are compared: old left, new right, and what is broader', async ({
  page,
}) => {
  const check = await CheckPage.open(page, 'compare');
  await check.drop({
    name: 'account.json',
    text: accountDetails(
      roleDetail('Old', { policy: permissions('qbusiness:Chat') }),
      roleDetail('New', { policy: permissions('qbusiness:Chat', 'qbusiness:DeleteApplication') }),
    ),
  });
  await page.getByRole('combobox', { name: 'Old' }).selectOption({ label: 'Old' });
  await page.getByRole('combobox', { name: 'New' }).selectOption({ label: 'New' });
  await page.getByRole('tab', { name: 'Permissions policy' }).click();
  const verdict = page.getByRole('status').filter({ hasText: 'Broader' });
  await expect(verdict).toContainText('qbusiness:DeleteApplication');
  const diff = page.getByRole('region', { name: 'Old and new document' });
  await expect(diff).toContainText('DeleteApplication');
  await expect(page.getByText('Old: Old')).toBeVisible();
  await expect(page.getByText('New: New')).toBeVisible();
  await page.getByRole('button', { name: 'Swap old and new' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Narrower' })).toContainText(
    'qbusiness:DeleteApplication',
  );
});

test('who can assume a role for GitHub is said in words', async ({ page }) => {
  const check = await CheckPage.open(page, 'who-can-assume');
  await check.paste(JSON.stringify(gitHubTrust));
  const row = page
    .getByRole('table', { name: 'Who can assume the role' })
    .getByRole('row')
    .filter({ hasText: 'A workflow of GitHub Actions' });
  await expect(row).toContainText('Yes, if');
  await expect(row).toContainText('the workflow is from any repository of acme');
});

test('a bad role is repaired: corrected files, and the commands that put them in place', async ({
  page,
}) => {
  const check = await CheckPage.open(page, 'repair');
  await check.paste(accountDetails(roleDetail('Web')));
  await expect(page.getByRole('textbox', { name: 'Role name' })).toHaveValue('Web');
  await expect(page.getByRole('textbox', { name: 'Application ID' })).toHaveValue(
    '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  );
  await expect(page.getByRole('heading', { name: 'Update the role' })).toBeVisible();
  await check.button('Copy all commands').click();
  const commands = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(commands).toContain('aws iam update-assume-role-policy');
  expect(await commands()).toContain('aws iam get-role');
  await check.button('Check the corrected files').click();
  await expect(page).toHaveURL(/#\/check\/findings$/);
  await expect(page.getByRole('tab', { name: /trust-Web/ })).toBeVisible();
  const fault = check.findings.getByText('QBUSINESS_MISSING_SOURCE_ARN');
  await expect(fault).toHaveCount(0);
  await check.button('Undo').click();
  await expect(fault.first()).toBeVisible();
});

test('the documents of a comparison have tabs that can be read at 1366 × 768', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const check = await CheckPage.open(page, 'compare');
  await check.drop({ name: 'role.json', text: accountDetails(roleDetail('Web')) });
  const tabs = page.getByRole('tablist', { name: 'Compared documents' });
  await expect(tabs).toBeVisible();
  expect((await tabs.boundingBox())?.height).toBeGreaterThanOrEqual(40);
});

test('of many documents the selected one is in sight', async ({ page }) => {
  const check = await CheckPage.open(page);
  await check.drop(
    ...Array.from({ length: 9 }, (_, i) => ({
      name: `document-with-a-long-name-${i}.json`,
      text: JSON.stringify(permissions(`qbusiness:Chat`)),
    })),
  );
  const documents = page.getByRole('tablist', { name: 'Documents' });
  await documents.getByRole('tab').first().focus();
  await page.keyboard.press('End');
  await expect(documents.getByRole('tab').last()).toBeInViewport({ ratio: 0.9 });
});

test('a document whose brackets would freeze the browser is checked, and not shown', async ({
  page,
}) => {
  const check = await CheckPage.open(page);
  const policy = { ...permissions('qbusiness:Chat'), Id: `\u202E${'['.repeat(20_000)}` };
  await check.drop({ name: 'tangled.json', text: JSON.stringify(policy) });
  await expect(page.getByText('tangled.json cannot be shown')).toBeVisible();
  await expect(check.editor).toHaveCount(0);
  await expect(check.tab('Findings')).toBeVisible();
});
