// @ts-check
// Draws public/og.png from the built page: npm run build && node scripts/drawOpenGraph.mjs
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumArguments, systemChromium } from './browser.mjs';
import { root } from './run.mjs';

const outDir = process.env['DIST'] ?? 'dist';
const server = await preview({ root, build: { outDir }, preview: { port: 0 } });
const address = server.resolvedUrls?.local[0];
if (address === undefined) throw new Error('The preview has no address');
const executablePath = systemChromium();
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath && { executablePath }),
});
try {
  // As wide as the picture, and too narrow for Monaco, so that the plain view is drawn.
  const page = await browser.newPage({
    viewport: { width: 1200, height: 630 },
    reducedMotion: 'reduce',
    hasTouch: true,
  });
  await page.goto(address);
  await page.getByRole('combobox', { name: 'Region', exact: true }).waitFor();
  await page.screenshot({ path: join(root, 'public/og.png') });
} finally {
  await browser.close();
  await server.close();
}
