// @ts-check
// Draws public/og.png from the built page: npm run build && node scripts/drawOpenGraph.mjs
import { join } from 'node:path';
import { root } from './run.mjs';
import { withBuiltPage } from './withBuiltPage.mjs';

await withBuiltPage(async (browser, address) => {
  // As wide as the picture, and too narrow for Monaco, so that the plain view is drawn.
  const page = await browser.newPage({
    viewport: { width: 1200, height: 630 },
    reducedMotion: 'reduce',
    hasTouch: true,
  });
  await page.goto(address);
  await page.getByRole('combobox', { name: 'Region', exact: true }).waitFor();
  await page.screenshot({ path: join(root, 'public/og.png') });
});
