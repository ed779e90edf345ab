// @ts-check
// Draws the pictures of the README from the built page: npm run build && node scripts/drawReadmePictures.mjs
import { join } from 'node:path';
import { root } from './run.mjs';
import { withBuiltPage } from './withBuiltPage.mjs';

const arn =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

/** A typical policy that allows too much: every action on every resource. */
const broadPolicy = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'qbusiness:*', Resource: '*' }],
  },
  null,
  2,
);

await withBuiltPage(async (browser, address) => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    await page.goto(address);
    await page.locator('form[aria-label="Role"]:not([aria-busy])').waitFor();
    await page.getByRole('textbox', { name: 'Paste', exact: true }).fill(arn);
    await page.getByText('Ready').first().waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    // Hovering over a document loads Monaco at once.
    await page.getByRole('region', { name: 'Permissions policy', exact: true }).hover();
    await page.locator('.monaco-editor').nth(1).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.screenshot({ path: join(root, `docs/pictures/build-${scheme}.png`) });
    await page.close();
  }
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  await page.goto(`${address}#/check/findings`);
  await page.getByRole('textbox', { name: /^Paste or drop roles/ }).fill(broadPolicy);
  await page.getByRole('region', { name: 'Findings' }).getByRole('listitem').first().waitFor();
  await page.locator('.monaco-editor').first().waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.screenshot({ path: join(root, 'docs/pictures/check-findings.png') });
});
