import { callers } from '../src/qbusiness/callers';
import { expect, test } from './fixtures';
import { BuilderPage } from './pages/BuilderPage';

const placeholder = /\{\{[a-z0-9_]+\}\}/;

// AWS's sample account: the examples of callers in the same account name it.
const values = {
  region: 'us-east-1',
  accountId: '111122223333',
  applicationId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
};

for (const { kind, label, fields } of callers) {
  test(`${label}: filled in, nothing is left open`, async ({ page }) => {
    const builder = await BuilderPage.open(page);
    await builder.fillIn(values);
    await builder.chooseMode('API only');
    await builder.chooseCaller(kind);
    for (const field of fields) {
      if (
        field.kind === 'text' &&
        field.required &&
        (await builder.field(field.label).isVisible())
      ) {
        await builder.field(field.label).fill(field.example);
      }
    }
    await expect(builder.status).toContainText('Ready');
    await expect(page.getByText(placeholder)).toHaveCount(0);
    await expect(page.locator('body')).not.toContainText(/undefined|\[object Object\]|NaN/);

    const { files } = await builder.download();
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
  });
}
