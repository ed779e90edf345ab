import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';

test('a policy fills the screen, is copied there, and gives the focus back', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await expect(builder.status).toContainText('Ready');
  await builder.showResult('Policies');
  const opener = builder.button('Full screen: Trust policy');
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'Trust policy' });
  await expect(dialog).toBeFocused();
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize() });
  const code = dialog.getByRole('group', { name: 'Trust policy' });
  expect(await code.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);

  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await code.locator('pre').textContent());

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('what is missing is a step away from the whole screen', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.showResult('Policies');
  const dialog = page.getByRole('dialog', { name: 'Permissions policy' });
  const open = builder.button('Full screen: Permissions policy');
  await open.click();
  await dialog.getByRole('button', { name: 'Go to the field Account ID' }).click();
  await expect(dialog).toBeHidden();
  await expect(builder.accountId).toBeFocused();
  await builder.showResult('Policies');
  await open.click();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog).toBeHidden();
  await expect(builder.region).toBeFocused();
});

test('every file of the download fills the screen', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.showResult('Files');
  await page.getByRole('combobox', { name: /files$/ }).selectOption('policies/terraform/main.tf');
  const opener = page.getByRole('button', { name: /^Full screen: .*\.tf/ }).first();
  await opener.click();
  await expect(page.getByRole('dialog').getByRole('group')).toContainText('resource');
});
