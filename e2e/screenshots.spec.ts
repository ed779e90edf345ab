import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { representatives } from '../scripts/deep.mjs';
import { expect, test } from './fixtures';
import { settle, type PageState } from './pages/PageState';
import { numbered, states } from './pages/states';

/** Letters look different elsewhere, so pictures compare only where they could have been taken. */
const recordFile = fileURLToPath(new URL('__screenshots__/machine.json', import.meta.url));

/** The browser's major version, and a hash of the families that can draw the page's letters. */
function machine(browserVersion: string): string {
  let fonts = 'unknown';
  try {
    const families = execFileSync('fc-list', [':', 'family'], { encoding: 'utf8' });
    fonts = families.split('\n').toSorted().join('\n');
  } catch {
    // No fontconfig on this system: the pictures were not taken here.
  }
  const hash = createHash('sha256').update(fonts).digest('hex').slice(0, 16);
  return `${process.platform}, Chromium ${browserVersion.split('.')[0] ?? ''}, fonts ${hash}`;
}

const isRecording = () => ['all', 'changed'].includes(test.info().config.updateSnapshots);

function skipElsewhere(browserVersion: string): void {
  const here = machine(browserVersion);
  if (isRecording()) {
    writeFileSync(recordFile, `${JSON.stringify({ machine: here }, null, 2)}\n`);
    return;
  }
  const recorded: unknown = JSON.parse(readFileSync(recordFile, 'utf8'));
  const there =
    typeof recorded === 'object' && recorded !== null && 'machine' in recorded
      ? String(recorded.machine)
      : 'nowhere';
  test.skip(here !== there, `the pictures are of ${there}; this is ${here}`);
}

/** What brought the focus into view may have done so before all around it had its place. */
async function settleScrolling(page: Page): Promise<void> {
  await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused !== document.body) focused?.scrollIntoView({ block: 'center' });
  });
}

/** Of the views beside the builder, the one that shows something. */
const pictured = states.filter(
  ({ name }) => name.startsWith('Build') || /filled|findings/.test(name),
);

/** As the browser draws it, without the caret. */
async function expectApproved(page: Page, { name }: PageState, look: string) {
  await settle(page);
  await settleScrolling(page);
  const picture = `${name.replaceAll(/\W+/g, '-').toLowerCase()}-${look}.png`;
  await expect
    .soft(page, look)
    .toHaveScreenshot(picture, { animations: 'disabled', caret: 'hide', maxDiffPixelRatio: 0.001 });
}

/** The quick run looks at each on a wide screen, in the light and in the dark, or on a phone. */
const turn = (remainder: number) =>
  representatives(numbered(pictured), ({ number }) => number % 2 === remainder);

const isDark = new Set(turn(0).map(({ name }) => name));

/** Those that together have every control and card, in the colours of the system. */
const isForced = new Set(['Build, wrong values', 'Check, findings']);

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1200, height: 800 }, deviceScaleFactor: 1 });
  const wide = representatives(pictured, ({ name }) => isDark.has(name) || isForced.has(name));
  for (const state of wide) {
    test(`${state.name} looks as it was approved`, async ({ page, browser }) => {
      skipElsewhere(browser.version());
      await state.reach(page);
      await page.mouse.move(0, 0);
      await expectApproved(page, state, 'light');
      if (isForced.has(state.name)) {
        await page.emulateMedia({ forcedColors: 'active' });
        await expectApproved(page, state, 'forced-colours');
        await page.emulateMedia({ forcedColors: 'none' });
      }
      if (!isDark.has(state.name)) return;
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectApproved(page, state, 'dark');
    });
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 });
  for (const state of turn(1)) {
    test(`${state.name} looks as it was approved`, async ({ page, browser }) => {
      skipElsewhere(browser.version());
      await state.reach(page);
      await page.mouse.move(0, 0);
      await expectApproved(page, state, 'phone');
    });
  }
});
