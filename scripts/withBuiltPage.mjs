// @ts-check
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumArguments, systemChromium } from './browser.mjs';
import { root } from './run.mjs';

/**
 * Serves the built page while something is done with it in a browser.
 *
 * @param {(browser: import('@playwright/test').Browser, address: string) => Promise<void>} act
 */
export async function withBuiltPage(act) {
  const outDir = process.env['DIST'] ?? 'dist';
  const server = await preview({ root, build: { outDir }, preview: { port: 0 } });
  const executablePath = systemChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  });
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('The preview has no address');
    await act(browser, address);
  } finally {
    await browser.close();
    await server.close();
  }
}
