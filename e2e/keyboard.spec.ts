import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { CheckPage } from './pages/CheckPage';
import { accountDetails, openTrust, permissions, roleDetail } from './pages/roles';
import { openView, otherViews } from './pages/states';

test.use({ hasMonaco: true });

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
          // MUI draws the frame of a field around it.
          element.closest('.MuiInputBase-root.Mui-focused') !== null ||
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

test('from the clipboard to the download in at most eight key presses', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.putOnClipboard(arn);
  const hands = new Hands(page);
  await hands.press('ControlOrMeta+v');
  await expect(builder.status).toContainText('Ready');
  await expect(builder.button('Download folder')).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press('Enter')]);
  expect(Object.keys(unzipSync(await readFile(await download.path())))).toContain(
    'policies/trustpolicyforanonymous.json',
  );
  expect(hands.presses).toBeLessThanOrEqual(8);
});

test('the tabs of the results are walked with the arrows', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await page.getByRole('tab', { name: 'Policies' }).focus();
  for (const tab of ['Commands', 'Files', 'Access', 'Change record']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tabpanel', { name: tab, exact: true })).toBeVisible();
  }
});

test('where a pressed button is gone, the focus is on what it led to', async ({ page }) => {
  const check = await CheckPage.open(page);
  const press = (name: string | RegExp) => check.button(name).press('Enter');
  await press('Use AWS’s text');
  await expect(check.tab('Findings')).toBeFocused();
  await press(/^Apply safe fixes/);
  await expect(check.findings).toBeFocused();

  await page.goto('./#/aws');
  await press('Try AWS’s text in Check');
  await expect(check.tab('Findings')).toBeFocused();

  const builder = await BuilderPage.open(page);
  await builder.putOnClipboard(JSON.stringify(openTrust));
  await builder.paste.press('ControlOrMeta+v');
  await press('Check this policy');
  await expect(check.tab('Findings')).toBeFocused();
});

test('the focus stays among the findings when one is fixed, and when more are shown', async ({
  page,
}) => {
  const check = await CheckPage.open(page);
  await check.drop({ name: 'role.json', text: accountDetails(roleDetail('Web')) });
  await expect(check.findings).toContainText('QBUSINESS_WILDCARD_ACTION');
  await expect(check.tab('Findings'), 'a dropped file takes no focus').not.toBeFocused();
  await check.button('Name the actions of a chat').press('Enter');
  await expect(check.findings).toBeFocused();
  await check.tab('Repair').click();
  await check.button('Check the corrected files').press('Enter');
  await expect(check.tab('Findings')).toBeFocused();

  const policy = permissions('qbusiness:*', 'qbusiness:Chat');
  await check.drop({
    name: 'long.json',
    text: JSON.stringify({ ...policy, Statement: Array(45).fill(policy.Statement[0]) }),
  });
  const more = check.button(/^Show \d+ more$/);
  await more.press('Enter');
  await expect(
    check.findings.getByRole('listitem').nth(40).getByRole('button').first(),
  ).toBeFocused();
});

test('Tab leads through every view and out of it again', async ({ page }) => {
  test.slow();
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  for (const view of ['Policies', ...otherViews] as const) {
    await test.step(view, async () => {
      const hands = new Hands(page);
      if (view !== 'Policies') await openView(page, view);
      await page.getByRole('link', { name: 'Build a role' }).focus();
      let stops = 0;
      let isBack = false;
      while (!isBack && hands.presses < 250) {
        await hands.press('Tab');
        const focused = await hands.focused();
        if (focused === undefined) continue;
        expect(focused.isVisible, `one sees where the focus is: ${focused.name}`).toBe(true);
        stops += 1;
        isBack = focused.name === 'Build a role';
      }
      console.log(`Tab stops in ${view}: ${stops}`);
      expect(isBack, 'Tab comes round to where it began').toBe(true);
    });
  }
});
