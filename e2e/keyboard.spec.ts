import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { otherViews } from './pages/states';

interface Focused {
  readonly name: string;
  readonly isVisible: boolean;
}

/** Hands on the keyboard only; counts what they press. */
class Hands {
  presses = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.#page.keyboard.press(key);
  }

  /** What has the focus, and whether one sees it; undefined when nothing has. */
  focused(): Promise<Focused | undefined> {
    return this.#page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
      const hasRing = (one: Element | null) =>
        one !== null && getComputedStyle(one).outlineStyle !== 'none';
      return {
        name: (element.getAttribute('aria-label') ?? (label ?? element).textContent).trim(),
        // Radios leave the ring to the card around them, Monaco draws a caret and a frame of its own.
        isVisible:
          hasRing(element) ||
          hasRing(element.closest('label')) ||
          element.closest('.monaco-editor') !== null,
      };
    });
  }

  /** Presses Tab until the control with the name has the focus. */
  async goTo(name: string | RegExp): Promise<void> {
    const seen: string[] = [];
    for (let tabs = 0; tabs < 120; tabs += 1) {
      await this.press('Tab');
      const focused = await this.focused();
      if (focused === undefined) continue;
      expect(focused.isVisible, `one sees where the focus is: ${focused.name}`).toBe(true);
      seen.push(focused.name);
      if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) return;
    }
    throw new Error(`Tab does not lead to ${String(name)}: ${seen.join(' → ')}`);
  }
}

const arn = `arn:aws:qbusiness:${application.region}:${application.accountId}:application/${application.applicationId}`;

test('from paste to download and through every view with the keyboard alone', async ({ page }) => {
  test.slow();
  const builder = await BuilderPage.open(page);
  await builder.putOnClipboard(arn);
  const hands = new Hands(page);
  const report: string[] = [];
  const note = (what: string) => report.push(`${what}: ${hands.presses}`);

  await hands.press('ControlOrMeta+v');
  await expect(builder.button('Fill in the form')).toBeVisible();
  await hands.goTo('Fill in the form');
  await hands.press('Enter');
  await expect(builder.status).toContainText('Ready');
  note('pasted and confirmed');

  await hands.goTo('Copy permissions policy');
  await hands.press('Enter');
  await expect.poll(() => builder.clipboard()).toContain(application.applicationId);
  expect(JSON.parse(await builder.clipboard())).toHaveProperty('Statement');
  note('permissions policy copied');

  await hands.goTo(/^Download/);
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press('Enter')]);
  expect(Object.keys(unzipSync(await readFile(await download.path())))).toContain(
    'policies/trustpolicyforanonymous.json',
  );
  note('folder downloaded');

  await hands.goTo('Build');
  for (const view of otherViews) {
    await hands.press('ArrowRight');
    await expect(page.getByRole('tabpanel', { name: view, exact: true })).toBeVisible();
  }
  note('every view seen');
  console.log(`Key presses so far: ${report.join(', ')}`);
  expect(hands.presses).toBeLessThan(90);
});

for (const view of ['Build', ...otherViews]) {
  test(`Tab leads through ${view} and out of it again`, async ({ page }) => {
    test.slow();
    const builder = await BuilderPage.open(page);
    await builder.fillIn(application);
    const hands = new Hands(page);
    await page.getByRole('tab', { name: view, exact: true }).click();
    await expect(page.getByText('Loading …')).toHaveCount(0);
    let stops = 0;
    let isBack = false;
    while (!isBack && hands.presses < 250) {
      await hands.press('Tab');
      const focused = await hands.focused();
      if (focused === undefined) continue;
      expect(focused.isVisible, `one sees where the focus is: ${focused.name}`).toBe(true);
      stops += 1;
      isBack = focused.name === view;
    }
    console.log(`Tab stops in ${view}: ${stops}`);
    expect(isBack, 'Tab comes round to where it began').toBe(true);
  });
}
