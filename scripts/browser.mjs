// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isExecutable, run, tool } from './run.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium of this machine: `CHROMIUM_PATH`, else the first one on the PATH.
 *
 * @returns {string | undefined} undefined leaves the choice to Playwright, which looks for its own download
 */
export function systemChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names no program: ${named}`);
    return named;
  }
  return findProgram(commands);
}

/**
 * The first of the commands that is on the PATH, with its folder.
 *
 * @param {readonly string[]} commands
 * @returns {string | undefined}
 */
export function findProgram(commands) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return commands
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .find(isExecutable);
}

/**
 * Features to disable. Chromium reads only the last such option, so the list includes Playwright's own.
 *
 * Suggestions in the address bar and spare renderer processes are not needed for tests, and double the
 * processor time of a new context.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
  // Playwright's.
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** Disables requests of Chromium to Google, and its sandbox, which cannot be used by root. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${disabledFeatures.join(',')}`,
];

async function hasChromium() {
  const { chromium } = await import('@playwright/test');
  return systemChromium() !== undefined || existsSync(chromium.executablePath());
}

/**
 * Finds a Chromium or installs one: Playwright's, else the system's package.
 *
 * @returns {Promise<boolean>} whether there is one now
 */
export async function installChromium() {
  try {
    if (await hasChromium()) return true;
  } catch (error) {
    console.error(String(error));
    return false;
  }
  console.log('Installing Chromium …');
  const canUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const download = ['install', ...(canUseApt ? ['--with-deps'] : []), 'chromium'];
  if ((await tool('@playwright/test/cli.js', download)) === 0) return true;
  return (
    canUseApt &&
    (await run('apt-get', ['-qq', 'update'])) === 0 &&
    (await run('apt-get', ['-qq', 'install', '-y', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })) === 0 &&
    (await hasChromium())
  );
}
