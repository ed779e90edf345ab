import { strFromU8, unzipSync } from 'fflate';
import { application } from '../pages/BuilderPage';
import type { Administrator } from './Administrator';
import { expect, test } from './fixtures';

const { region, accountId, applicationId } = application;
const arn = `arn:aws:qbusiness:${region}:${accountId}:application/${applicationId}`;

async function fillIn(administrator: Administrator): Promise<void> {
  await administrator.fill('Region', region);
  await administrator.fill('Account ID', accountId);
  await administrator.fill('Application ID', applicationId);
  await administrator.expectText('Ready');
}

/** The same values, by a link that somebody has shared. */
async function followLink(administrator: Administrator, page = ''): Promise<void> {
  await administrator.driver.open(
    `${page}#v1&region=${region}&accountId=${accountId}&applicationId=${applicationId}`,
  );
  await administrator.expectText('Ready');
}

test('three values make both documents, which are copied and downloaded as shown', async ({
  administrator,
}) => {
  expect(await administrator.document('Permissions policy')).toContain('{{application_id}}');
  await fillIn(administrator);

  const permissions = await administrator.copy('Copy permissions policy');
  expect(JSON.parse(permissions)).toMatchObject({ Statement: [{ Resource: arn }] });
  const trust = await administrator.copy('Copy trust policy');
  expect(JSON.parse(trust)).toMatchObject({
    Statement: [{ Principal: { Service: 'application.qbusiness.amazonaws.com' } }],
  });
  await expect
    .poll(() => administrator.document('Permissions policy'))
    .toBe(permissions.replaceAll(/\s/g, ''));
  await expect.poll(() => administrator.document('Trust policy')).toBe(trust.replaceAll(/\s/g, ''));

  const { name, bytes } = await administrator.download('Download folder');
  expect(name).toBe(`policies-${applicationId}-${region}.zip`);
  const files = unzipSync(bytes);
  const textOf = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  expect(textOf('policies/permspolicyforwebexperienceanonymous.json')).toBe(permissions);
  expect(textOf('policies/trustpolicyforanonymous.json')).toBe(trust);
  expect(textOf('policies/apply.sh')).toContain(accountId);
});

test('switching modes and back loses nothing', async ({ administrator, baseURL }) => {
  await followLink(administrator, baseURL);
  await administrator.press('radio', 'API only');
  await administrator.press('button', 'Role and policy namesdefault');
  await administrator.fill('Role name', 'answers');
  await expect.poll(() => administrator.document('Trust policy')).toContain('{{caller}}');
  await administrator.press('radio', 'Web experience');
  await expect
    .poll(() => administrator.document('Trust policy'))
    .toContain('application.qbusiness.amazonaws.com');
  await administrator.press('radio', 'API only');
  await expect.poll(() => administrator.value('Role name')).toBe('answers');
});

test('a wrong value is explained, and nothing leaves the page', async ({ administrator }) => {
  await fillIn(administrator);
  await administrator.fill('Account ID', '44556677889');
  await administrator.expectText('11 of 12 digits');
  expect(await administrator.attribute('Account ID', 'aria-invalid')).toBe('true');
  await administrator.press('button', 'Download folder');
  await expect.poll(() => administrator.isFocused('Account ID')).toBe(true);
  await administrator.fill('Account ID', accountId);
  await administrator.expectText('Ready');
});

test('a text on which a browser would be busy for long is not inserted', async ({
  administrator,
}) => {
  await fillIn(administrator);
  const page = (expression: string) => administrator.driver.evaluate(expression);
  await expect.poll(() => page('"textGuard" in document.documentElement.dataset')).toBe(true);
  const refusals = [
    [`${'1'.repeat(99)}\n`.repeat(1_001), 'The text has 100,100 characters'],
    [`\u202E${'['.repeat(6_000)}`, 'A line with thousands of open brackets'],
  ] as const;
  for (const [text, reason] of refusals) {
    await administrator.paste('Account ID', text);
    await expect
      .poll(() => page('document.body.innerText'))
      .toContain(`Nothing was inserted. ${reason}`);
    expect(await administrator.value('Account ID')).toBe(accountId);
  }
});

test('every tab of the results opens, with the arrow keys alone', async ({
  administrator,
  baseURL,
}) => {
  await followLink(administrator, baseURL);
  await administrator.press('tab', 'Policies');
  for (const name of ['Commands', 'Files', 'Access', 'Change record']) {
    await administrator.driver.press('ArrowRight');
    await expect
      .poll(() => administrator.driver.evaluate('document.activeElement.textContent'))
      .toBe(name);
    await administrator.expectText(/\S/);
    await expect.poll(() => administrator.text()).not.toMatch(/Loading …|could not be shown/);
  }
  await administrator.press('tab', 'Policies');
  expect(await administrator.value('Account ID')).toBe(accountId);
});

test('what a page says to the console is heard', async ({ driver, baseURL, missing }) => {
  test.skip(missing !== undefined, missing);
  if (driver === undefined) throw new Error('No browser was started');
  await driver.open(baseURL ?? '');
  const before = (await driver.problems()).length;
  await driver.evaluate('console.error("a complaint")');
  await driver.evaluate('setTimeout(() => { throw new Error("a failure"); })');
  await expect
    .poll(async () => (await driver.problems()).slice(before).join())
    .toMatch(/a complaint.*a failure/s);
});
