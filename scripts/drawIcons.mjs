// @ts-check
// Draws the PNG icons of the manifest from public/icons/icon.svg: node scripts/drawIcons.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, systemChromium } from './browser.mjs';
import { root } from './run.mjs';

const folder = join(root, 'public/icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const [, ground = ''] = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg) ?? [];
if (ground === '') throw new Error('icon.svg has no ground to extend to the edges');

/**
 * Of a maskable icon, browsers may cut off all but a circle of 80 %.
 *
 * @type {readonly { readonly name: string, readonly size: number, readonly isMaskable?: boolean }[]}
 */
const icons = [
  { name: 'icon-180.png', size: 180, isMaskable: true },
  { name: 'icon-192.png', size: 192 },
  { name: 'icon-512.png', size: 512 },
  { name: 'icon-maskable-512.png', size: 512, isMaskable: true },
];

const executablePath = systemChromium();
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath && { executablePath }),
});
try {
  for (const { name, size, isMaskable = false } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const picture = Buffer.from(svg).toString('base64');
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;block-size:100vh;background:${isMaskable ? ground : 'transparent'}">` +
        `<img style="inline-size:${isMaskable ? 80 : 100}%" src="data:image/svg+xml;base64,${picture}">`,
    );
    await page.screenshot({ path: join(folder, name), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
