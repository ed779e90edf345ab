import { emptyFormValues } from '../src/qbusiness/form/formValues';
import { everyField } from '../src/qbusiness/form/everyField.testing';
import { encodeShareLink } from '../src/qbusiness/form/shareLink';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { openPage } from './pages/openPage';

const other = { ...application, region: 'eu-west-1', accountId: '998877665544' };
const linkTo = (values: object) => `./#${encodeShareLink({ ...emptyFormValues, ...values })}`;

test('a copied link opens the same form elsewhere, and leaves the address', async ({
  page,
  browser,
  baseURL,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.button('Share').click();
  const link = await builder.copy('Copy link');
  expect(new URL(link).hash).toContain(`applicationId=${application.applicationId}`);
  expect(new URL(link).search).toBe('');

  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const second = new BuilderPage(await elsewhere.newPage());
  await openPage(second.page, link);
  await expect(second.region).toHaveValue(application.region);
  await expect(second.status).toHaveText('Ready');
  expect(second.page.url()).not.toContain(application.accountId);
  await elsewhere.close();
});

test('a link without identifiers tells none', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.button('Share').click();
  await page.getByRole('checkbox', { name: 'Leave out account and application IDs' }).check();
  const link = await builder.copy('Copy link');
  expect(link).toContain(application.region);
  expect(link).not.toContain(application.accountId);
  expect(link).not.toContain(application.applicationId);
});

test('a link with every field fills every field', async ({ page }) => {
  const builder = new BuilderPage(page);
  await openPage(page, linkTo(everyField));
  await expect(builder.region).toHaveValue(everyField.region);
  await expect(builder.caller).toHaveValue(everyField.caller);
  await builder.button('Share').click();
  const link = await builder.copy('Copy link');
  expect(new URL(link).hash).toBe(`#${encodeShareLink(everyField)}`);
});

test('a link takes the place of a form only after asking', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await openPage(page, linkTo(other));
  const dialog = page.getByRole('dialog', { name: 'Replace your form with this link?' });
  await expect(dialog).toContainText(application.accountId);
  await expect(dialog).toContainText(other.accountId);
  await builder.button('Keep my form').click();
  await expect(builder.accountId).toHaveValue(application.accountId);

  await openPage(page, linkTo(other));
  await builder.button('Open the link').click();
  await expect(builder.accountId).toHaveValue(other.accountId);
  await builder.button('Undo').click();
  await expect(builder.accountId).toHaveValue(application.accountId);
});

test('a hostile link can do no more than a hostile typist', async ({ page }) => {
  const builder = new BuilderPage(page);
  await openPage(
    page,
    './#v1&region=us-east-1&accountId=1&applicationId=*&caller=root&__proto__.x=1&description=%3Cimg%20src=x%3E',
  );
  const dialog = page.getByRole('dialog', { name: 'Open this link?' });
  await expect(dialog).toContainText('caller: One of:');
  await builder.button('Open the link').click();
  await expect(builder.region).toHaveValue('us-east-1');
  await expect(builder.status).toContainText('problem');
  await builder.expectPart('Permissions policy', '{{application_id}}');
});

test('a link of another version is refused in words', async ({ page }) => {
  await openPage(page, './#v99&x=1');
  await expect(page.getByRole('dialog', { name: 'This link cannot be read' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

for (const [name, fragment, reason] of [
  ['is too long', `v1&region=us-east-1&description=${'x'.repeat(260_000)}`, 'characters'],
  ['brings nothing that can be read', 'v1&colour=red', 'colour'],
] as const) {
  test(`a link that ${name} says so, and does not offer to empty the form`, async ({ page }) => {
    const builder = await BuilderPage.open(page);
    await builder.fillIn(application);
    await page.evaluate((text) => {
      location.hash = text;
    }, fragment);
    const dialog = page.getByRole('dialog', { name: 'This link cannot be read' });
    await expect(dialog).toContainText(reason);
    await expect(dialog.getByRole('button', { name: 'Open the link' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(builder.accountId).toHaveValue(application.accountId);
  });
}

test('a hostile text in a link shows what it is, and leaves the buttons in view', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  // So that the link asks first.
  await builder.fillIn(application);
  await openPage(
    page,
    `./#v1&region=us-east-1&description=${encodeURIComponent(`a\u202Eb ${'long '.repeat(180)}`)}&roleName=${'R'.repeat(64)}&path=wrong`,
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Open the link' })).toBeInViewport();
  await expect(dialog).toContainText('long long');
  await expect(dialog).not.toContainText('\u202E');
});

test('a link with endless lists names the first entries of each, and all that comes after them', async ({
  page,
}) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  const entries = Array.from({ length: 150 }, (_, i) => ({ value: `x${i}` }));
  await openPage(
    page,
    linkTo({ ...emptyFormValues, otherApplications: entries, roleName: 'AfterTheList' }),
  );
  const table = page.getByRole('table', { name: 'The link holds' });
  await expect(table.getByRole('row')).toHaveCount(23);
  await expect(table).toContainText('refused: 2 of 36 characters');
  await expect(table).toContainText('and 130 more');
  await expect(table).toContainText('AfterTheList');
});
