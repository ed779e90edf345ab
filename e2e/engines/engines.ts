import { existsSync } from 'node:fs';
import { chromium, firefox, webkit, type BrowserType } from '@playwright/test';
import { chromiumArguments, findProgram, systemChromium } from '../../scripts/browser.mjs';
import type { Driver } from './Driver';
import { firefoxDriver } from './firefoxDriver';
import { playwrightDriver } from './playwrightDriver';
import { webkitDriver } from './webkitDriver';

/** An engine of this machine, or why there is none. */
export type Engine = { readonly start: () => Promise<Driver> } | { readonly missing: string };

const isDownloaded = (type: BrowserType): boolean => existsSync(type.executablePath());

function chromiumEngine(): Engine {
  const executablePath = systemChromium();
  if (executablePath === undefined && !isDownloaded(chromium)) {
    return { missing: 'there is no Chromium' };
  }
  const launch = {
    args: chromiumArguments,
    ...(executablePath !== undefined && { executablePath }),
  };
  return { start: () => playwrightDriver(chromium, launch) };
}

function firefoxEngine(): Engine {
  if (isDownloaded(firefox)) return { start: () => playwrightDriver(firefox, {}) };
  const program = findProgram(['firefox-esr', 'firefox']);
  return program === undefined
    ? { missing: 'there is no Firefox: playwright install firefox, or the package firefox-esr' }
    : { start: () => firefoxDriver(program) };
}

/** Where Linux distributions keep the helper programs of WebKitGTK. */
const webkitFolders = [
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1`,
  '/usr/libexec/webkit2gtk-4.1',
  '/usr/lib/webkit2gtk-4.1',
];

function webkitEngine(): Engine {
  if (isDownloaded(webkit)) return { start: () => playwrightDriver(webkit, {}) };
  const driver = findProgram(['WebKitWebDriver']);
  const xvfb = findProgram(['xvfb-run']);
  const browser = webkitFolders.map((folder) => `${folder}/MiniBrowser`).find(existsSync);
  return driver === undefined || xvfb === undefined || browser === undefined
    ? {
        missing:
          'there is no WebKit: playwright install webkit, or the packages webkit2gtk-driver and xvfb',
      }
    : { start: () => webkitDriver({ driver, xvfb, browser }) };
}

const engines = { chromium: chromiumEngine, firefox: firefoxEngine, webkit: webkitEngine };

export type EngineName = keyof typeof engines;

/** The slowest first. */
export const engineNames = [
  'webkit',
  'firefox',
  'chromium',
] as const satisfies readonly EngineName[];

export const findEngine = (name: EngineName): Engine => engines[name]();
