import { expect, test } from './fixtures';
import { AuditPage } from './pages/AuditPage';
import { application, BuilderPage } from './pages/BuilderPage';
import { openPage } from './pages/openPage';

const arn = `arn:aws:qbusiness:${application.region}:${application.accountId}:application/${application.applicationId}`;
const actions = [
  'qbusiness:Chat',
  'qbusiness:ChatSync',
  'qbusiness:PutFeedback',
  'qbusiness:GetChatControlsConfiguration',
  'qbusiness:GetApplication',
];
const policy = (Action: readonly string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action, Resource: [arn] },
  });

test('a wider policy is told from one that is only written differently', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  const audit = await AuditPage.open(page);
  await audit.whenEditorIsThere();
  await audit.paste(policy([...actions, 'qbusiness:DeleteApplication']));
  await audit.show('Compare');
  await expect(page.getByText('The pasted document grants more than the plan.')).toBeVisible();
  await expect(
    page.getByText(`Only the pasted document allows qbusiness:DeleteApplication on ${arn}.`),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Plan and pasted document, side by side' }),
  ).toContainText('DeleteApplication');
  await page.getByRole('tab', { name: 'Trust policy' }).click();
  await expect(page.getByText(/^Only the plan has a trust policy/)).toBeVisible();

  await audit.show('Audit');
  await audit.whenEditorIsThere();
  await audit.paste(policy(actions.toReversed()));
  await audit.show('Compare');
  await page.getByRole('tab', { name: 'Permissions policy' }).click();
  await expect(page.getByText('Written differently, but both grant the same.')).toBeVisible();
});

test('without pasted documents it leads to where they are pasted', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'Compare', exact: true }).click();
  await expect(page.getByText('Nothing to compare yet')).toBeVisible();
  await expect(page.getByText('still lacks')).toHaveCount(0);
  await page.getByRole('button', { name: 'Paste documents' }).click();
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
});
