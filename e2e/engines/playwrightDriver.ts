import { readFile } from 'node:fs/promises';
import type { BrowserType, LaunchOptions } from '@playwright/test';
import type { Driver } from './Driver';

/** Chromium, and Playwright's own builds of the other engines. */
export async function playwrightDriver(type: BrowserType, launch: LaunchOptions): Promise<Driver> {
  const browser = await type.launch(launch);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    shortcut: (letter) => page.keyboard.press(`ControlOrMeta+${letter}`),
    download: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      const bytes = new Uint8Array(await readFile(await download.path()));
      return { name: download.suggestedFilename(), bytes };
    },
    problems: () => Promise.resolve(problems),
    close: () => browser.close(),
  };
}
