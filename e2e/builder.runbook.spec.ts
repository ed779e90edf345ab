import { orderOfWork, printWorkStep } from '../src/exporters/orderOfWork';
import { draftRole } from '../src/qbusiness/draft';
import { emptyFormValues } from '../src/qbusiness/form/formValues';
import { planRole } from '../src/qbusiness/plan';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';

const steps = orderOfWork(planRole(draftRole({ ...emptyFormValues, ...application }).template));

test('the order of work is numbered and each step is copied on its own', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.showResult('Commands');
  await page.getByRole('button', { name: /^Step by step/ }).click();
  const list = page.getByRole('list').last();
  await expect(list.getByRole('listitem')).toHaveCount(steps.length);

  const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
  for (const [index, step] of steps.entries()) {
    const text = printWorkStep(step, 'sh');
    const copy = page.getByRole('button', {
      name: `Copy step ${index + 1} of the order of work`,
      exact: true,
    });
    if (text === undefined) {
      await expect(copy).toHaveCount(0);
    } else {
      await copy.click();
      await expect.poll(readClipboard).toBe(text);
    }
  }

  await builder.button('PowerShell').click();
  await page.getByRole('button', { name: 'Copy step 4 of the order of work', exact: true }).click();
  await expect.poll(readClipboard).toBe('./policies/apply.ps1');
});

test('an incomplete form lets no step leave the page', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.showResult('Commands');
  await page.getByRole('button', { name: /^Step by step/ }).click();
  await page.getByRole('button', { name: 'Copy step 4 of the order of work', exact: true }).click();
  await expect(page.getByText('Region is missing', { exact: true })).toBeVisible();
});
