import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';

test.describe('nothing incomplete leaves the page', () => {
  for (const name of ['Copy permissions policy', 'Copy trust policy', 'Copy commands']) {
    test(`${name} leads to the first missing value`, async ({ page }) => {
      const builder = await BuilderPage.open(page);
      await builder.region.fill('us-east-1');
      if (name === 'Copy commands') await builder.showResult('Commands');
      await builder.putOnClipboard('what was there before');
      await builder.button(name).click();
      await expect(builder.accountId).toBeFocused();
      await expect(page.getByText('Account ID is missing', { exact: true })).toBeVisible();
      await expect(page.getByText('Application ID is missing', { exact: true })).toBeVisible();
      expect(await builder.clipboard()).toBe('what was there before');
    });
  }

  test('the download leads to the first missing value', async ({ page }) => {
    let downloads = 0;
    page.on('download', () => {
      downloads += 1;
    });
    const builder = await BuilderPage.open(page);
    await builder.button('Download folder').click();
    await expect(builder.region).toBeFocused();
    await expect(page.getByText('Region is missing', { exact: true })).toBeVisible();
    // Also when the field has the focus already, something says why nothing happens.
    await builder.button('Download folder').click();
    await expect(page.getByText(/^Not yet: Region is missing/).first()).toBeVisible();
    expect(downloads).toBe(0);
    await builder.fillIn(application);
    await builder.download();
    expect(downloads).toBe(1);
  });

  test('a refused option is opened and focused', async ({ page }) => {
    const builder = await BuilderPage.open(page);
    await builder.fillIn(application);
    await builder.openOptions('Attachment, path and boundary');
    await builder.field('Path').fill('team');
    await builder.openOptions('Attachment, path and boundary');
    await expect(builder.field('Path')).toBeHidden();
    await expect(builder.status).toHaveText('1 problem');
    await builder.button('1 problem').click();
    await expect(builder.field('Path')).toBeFocused();
    await expect(page.getByText('Start and end with a slash: /chat/')).toBeVisible();
  });

  test('an empty network limit gets its first row', async ({ page }) => {
    const builder = await BuilderPage.open(page);
    await builder.fillIn(application);
    await builder.chooseMode('API only');
    await builder.chooseCaller('lambda');
    await builder.openOptions('API actions and network');
    await page.getByRole('combobox', { name: 'Network limit' }).selectOption('ip-range');
    await builder.button('Copy permissions policy').click();
    await expect(builder.field('IP range 1')).toBeFocused();
    await builder.field('IP range 1').fill('8.8.8.0/24');
    await expect(builder.status).toHaveText('Ready');
    expect(await builder.copy('Copy permissions policy')).toContain('8.8.8.0/24');
  });
});

test('a token in a document leads to its field', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  // With the keyboard: once Monaco has taken over, the button is there for it alone.
  await builder
    .document('Trust policy')
    .getByRole('button', { name: 'Go to the field Application ID' })
    .first()
    .press('Enter');
  await expect(builder.applicationId).toBeFocused();
});

test('an account ID pasted in groups is cleaned, and the field says so', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.accountId.fill(' 4455-6677-8899');
  await builder.accountId.blur();
  await expect(builder.accountId).toHaveValue('445566778899');
  await expect(page.getByText('Taken out: spaces, hyphens')).toBeVisible();
});

test('a beginning is not called wrong while it is typed, only when it is left', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.accountId.pressSequentially('44556677889');
  await expect(builder.status).toContainText('1 problem');
  await expect(page.getByText('11 of 12 digits')).toBeHidden();
  await builder.accountId.blur();
  await expect(page.getByText('11 of 12 digits')).toBeVisible();
  await expect(builder.accountId).toHaveAttribute('aria-invalid', 'true');
  await builder.accountId.pressSequentially('9');
  await expect(page.getByText('12 digits')).toBeHidden();
});

test('what can never become right is refused at once, and stays out of the documents', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.applicationId.fill('*');
  await expect(
    page.getByText('Letters, digits and hyphens only; “*” is not allowed'),
  ).toBeVisible();
  await builder.expectPart('Permissions policy', '{{application_id}}');
  await expect(builder.status).toHaveText('1 problem');
});

test('a Region in which the service is not offered is accepted with a warning', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn({ ...application, region: 'eu-central-1' });
  await expect(
    page.getByText('Amazon Q Business is offered in four Regions; eu-central-1 is not one of them'),
  ).toBeVisible();
  await expect(builder.status).toHaveText('1 warning');
});
