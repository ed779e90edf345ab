import { expect, test } from './fixtures';
import { AuditPage } from './pages/AuditPage';
import { application, BuilderPage } from './pages/BuilderPage';
import { openPage } from './pages/openPage';

const arn = `arn:aws:qbusiness:${application.region}:${application.accountId}:application/${application.applicationId}`;
const nothing = 'Nothing was found that can be found without AWS.';

/** As a browser copies it from the page: commas, curly quotes, the words around it. */
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
  await openPage(page);
  const audit = await AuditPage.open(page);
  await audit.whenEditorIsThere();
  await audit.paste(broken);
  await expect(audit.findings.getByText('There is one comma too many.')).toBeVisible();
  await expect(audit.findings.getByRole('tab', { name: /^Errors/ })).toBeVisible();
  const before = await audit.text();

  await audit.findings
    .getByRole('button', { name: /^Line 4,/ })
    .first()
    .click();
  await expect(audit.editor).toBeFocused();

  await audit.button('Fix all that is safe').click();
  await audit.expectSummary(nothing);
  const fixed = await audit.text();
  expect(() => JSON.parse(fixed) as unknown).not.toThrow();

  await audit.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => audit.text()).toBe(before);
});

test('AWS’s page as published lacks only the form’s values after the safe fixes', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  const audit = await AuditPage.open(page);
  await audit.whenEditorIsThere();
  await audit.button('Load AWS’s page, as published').click();
  await expect(page.getByRole('tab', { name: /^permspolicyforwebexperience/ })).toBeVisible();
  await audit.button('Fix all that is safe').click();
  await audit.expectSummary('1 finding');
  await audit.button('Fill in what the form says').click();
  await audit.expectSummary(nothing);
  expect(await audit.text()).toContain(arn);

  await page.getByRole('tab', { name: /^trustpolicyforanonymous/ }).click();
  await expect(page.getByRole('combobox', { name: 'Checked as' })).toHaveValue('trust');
  await expect(audit.findings.getByText('There is one comma too many.')).toBeVisible();
});

test('what was pasted stays through other views, and its kind can be overruled', async ({
  page,
}) => {
  await openPage(page);
  const audit = await AuditPage.open(page);
  await audit.whenEditorIsThere();
  await audit.paste(
    `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"qbusiness:Chat","Resource":"${arn}"}]}`,
  );
  await audit.expectSummary(nothing);
  await page.getByRole('combobox', { name: 'Checked as' }).selectOption('trust');
  await expect(audit.findings.getByText('MISSING_PRINCIPAL')).toBeVisible();
  await audit.show('Build');
  await audit.show('Audit');
  await expect(audit.findings.getByText('MISSING_PRINCIPAL')).toBeVisible();
  await expect.poll(() => audit.text()).toContain('qbusiness:Chat');
});

test('a dropped answer of the AWS CLI is taken apart', async ({ page }) => {
  await openPage(page);
  const audit = await AuditPage.open(page);
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'qbusiness.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    ],
  };
  await audit.drop(
    'get-role.json',
    JSON.stringify({
      Role: {
        RoleName: 'Web',
        AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
      },
    }),
  );
  await expect(page.getByRole('tab', { name: /^get-role\.json/ })).toBeVisible();
  await expect(audit.findings.getByText('QBUSINESS_WRONG_SERVICE_PRINCIPAL')).toBeVisible();
  await audit.button('Decode the document').click();
  await audit.button('Trust application.qbusiness.amazonaws.com').click();
  await expect.poll(() => audit.text()).toContain('application.qbusiness.amazonaws.com');
});

test('ten thousand lines leave the page answering', async ({ page }) => {
  await openPage(page);
  const audit = await AuditPage.open(page);
  await audit.whenEditorIsThere();
  const statement = {
    Effect: 'Allow',
    Action: ['qbusiness:Chat', 'qbusiness:ListMessages'],
    Resource: arn,
  };
  const text = JSON.stringify(
    { Version: '2012-10-17', Statement: Array.from({ length: 1_000 }, () => statement) },
    null,
    2,
  );
  expect(text.split('\n').length).toBeGreaterThan(8_000);
  await audit.drop('large.json', text);
  const gap = page.evaluate(async () => {
    let longest = 0;
    let last = performance.now();
    for (const end = last + 4_000; last < end;) {
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
  await expect(audit.findings.getByRole('status')).toHaveText(/\d+ findings/, { timeout: 30_000 });
  expect(await gap).toBeLessThan(1_500);
});
