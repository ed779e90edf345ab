import { representatives } from '../scripts/deep.mjs';
import { callers } from '../src/qbusiness/callers';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';

const placeholder = /\{\{[a-z0-9_]+\}\}/;

/** The account of the examples: AWS's sample account, with which no role is ready. */
const sampleAccount = '111122223333';

/** Milliseconds within which a second click on the download counts as a double click. */
const doubleClick = 600;

/** Every third caller, and the one whose role exists already; the unit tests cover all of them. */
const chosenCallers = representatives(
  callers,
  ({ kind }, index) => index % 3 === 0 || kind === 'existing-role',
);

test('with a caller filled in, nothing is left open', async ({ page }) => {
  test.slow();
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.chooseMode('API only');
  for (const { kind, label, fields } of chosenCallers) {
    await test.step(label, async () => {
      await builder.chooseCaller(kind);
      for (const field of fields) {
        if (
          field.kind === 'text' &&
          field.required &&
          (await builder.field(field.label).isVisible())
        ) {
          // Callers of the same account have to name the account of the role.
          const value = field.example.replaceAll(sampleAccount, application.accountId);
          await builder.field(field.label).fill(value);
        }
      }
      await expect(builder.status).toContainText('Ready');
      await expect(page.getByText(placeholder)).toHaveCount(0);
      await expect(page.locator('body')).not.toContainText(/undefined|\[object Object\]|NaN/);

      const { files } = await builder.download();
      const isPast = page.waitForTimeout(doubleClick);
      expect(files['policies/permspolicyforAPIanonymous.json']).toBe(
        await builder.copy('Copy permissions policy'),
      );
      if (kind === 'existing-role') {
        expect(files).not.toHaveProperty(['policies/trustpolicyforAPIanonymous.json']);
        await expect(builder.document('Trust policy')).toContainText('keeps its own trust policy');
        await expect(builder.button('Copy trust policy')).toHaveCount(0);
      } else {
        const trust = await builder.copy('Copy trust policy');
        expect(files['policies/trustpolicyforAPIanonymous.json']).toBe(trust);
        await builder.expectShown('Trust policy', trust);
      }
      for (const [path, contents] of Object.entries(files)) {
        expect(contents, path).not.toMatch(/undefined|\[object Object\]|NaN/);
        expect(contents, path).not.toMatch(placeholder);
      }
      await isPast;
    });
  }
});
