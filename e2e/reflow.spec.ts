import type { Page } from '@playwright/test';
import { representatives } from '../scripts/deep.mjs';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { numbered, states } from './pages/states';

/** How far the page is wider than the window, in CSS pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Controls that cover each other, and controls under 24 × 24 px with another one closer than that.
 * Links within sentences are exempt.
 *
 * @see https://www.w3.org/TR/WCAG22/#target-size-minimum
 */
const crowdedControls = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // Parts far from the window have no layout until they come near.
    for (const element of document.querySelectorAll<HTMLElement>('#root *')) {
      if (getComputedStyle(element).contentVisibility === 'auto') {
        element.style.contentVisibility = 'visible';
      }
    }
    const selector = 'button, input:not([type="hidden"]), select, textarea, summary, [role="tab"]';
    const controls = Array.from(document.querySelectorAll<HTMLElement>(selector))
      .filter(
        (element) =>
          // The copy in which MUI measures a text of many lines is not visible.
          element.checkVisibility({ visibilityProperty: true }) &&
          // MUI keeps the value of a select in an input that nobody sees or reaches.
          !element.matches('.MuiSelect-nativeInput') &&
          // The search of the table of applications is folded up behind its button.
          !(element.role === 'searchbox' && !element.checkVisibility({ opacityProperty: true })) &&
          element.closest('.monaco-editor, pre, .code-token-links') === null,
      )
      // A radio or checkbox is as large as the label around or beside it.
      .map((element) =>
        element.matches('[type="radio"], [type="checkbox"]')
          ? (element.closest('label') ?? element.parentElement ?? element)
          : element,
      )
      // A message floats over the page, and goes by itself or when it is dismissed.
      .filter((element) => element.closest('.MuiSnackbar-root') === null);
    // What a frame has scrolled out of sight lies under nothing.
    const visiblePart = (element: HTMLElement) => {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      for (let frame = element.parentElement; frame; frame = frame.parentElement) {
        if (frame === document.body) break;
        const { overflowX, overflowY } = getComputedStyle(frame);
        const edge = frame.getBoundingClientRect();
        if (overflowX !== 'visible') {
          left = Math.max(left, edge.left);
          right = Math.min(right, edge.right);
        }
        if (overflowY !== 'visible') {
          top = Math.max(top, edge.top);
          bottom = Math.min(bottom, edge.bottom);
        }
      }
      return { left, right, top, bottom };
    };
    const boxes = [...new Set(controls)].map((element) => ({
      element,
      box: visiblePart(element),
      size: element.getBoundingClientRect(),
    }));
    const nameOf = (element: HTMLElement) =>
      (
        element.getAttribute('aria-label') ??
        (element instanceof HTMLInputElement
          ? element.labels?.[0]?.textContent
          : element.textContent) ??
        element.id
      ).slice(0, 40);
    return boxes.flatMap(({ element, box, size }, index) => {
      const problems = size.width < 24 || size.height < 24 ? [`small: ${nameOf(element)}`] : [];
      for (const other of boxes.slice(index + 1)) {
        if (element.contains(other.element) || other.element.contains(element)) continue;
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (width > 1 && height > 1) {
          problems.push(`overlap: ${nameOf(element)} / ${nameOf(other.element)}`);
        }
      }
      return problems;
    });
  });

const sizes = [
  { name: '400 % zoom', viewport: { width: 320, height: 640 }, textSize: 100 },
  { name: '200 % text', viewport: { width: 1280, height: 800 }, textSize: 200 },
  { name: '200 % text on a phone', viewport: { width: 390, height: 844 }, textSize: 200 },
];

/** Each state is tried at one of three sizes. */
const statesAt = (turn: number) =>
  representatives(numbered(states), ({ number }) => number % 3 === turn);

for (const [turn, { name: size, viewport, textSize }] of sizes.entries()) {
  test.describe(size, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });
    for (const { name, reach } of statesAt(turn)) {
      test(`nothing is lost in ${name}`, async ({ page }) => {
        await reach(page);
        await page.evaluate((percent) => {
          document.documentElement.style.fontSize = `${percent}%`;
        }, textSize);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await crowdedControls(page)).toEqual([]);
      });
    }
  });
}

for (const [turn, width] of [390, 1440, 900].entries()) {
  test.describe(`text four times as long, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    for (const { name, reach } of statesAt(turn)) {
      test(`breaks nothing in ${name}`, async ({ page }) => {
        await reach(page);
        // React must not find its texts changed: this is the last that happens to the page.
        await page.evaluate(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts: Text[] = [];
          while (walker.nextNode())
            if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
          for (const text of texts) {
            if (text.parentElement?.closest('pre, .monaco-editor, script, style, noscript'))
              continue;
            if (/\S/.test(text.data)) text.data = Array(4).fill(text.data).join(' ');
          }
        });
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await crowdedControls(page)).toEqual([]);
      });
    }
  });
}

test('the longest values that IAM takes break nothing', async ({ page }) => {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await builder.openOptions('Role and policy names');
  await builder.field('Role name').fill('R'.repeat(64));
  await builder.openOptions('Attachment, path and boundary');
  await builder.field('Description').fill('Wide '.repeat(200).trim());
  await builder.openOptions('Tags');
  await builder.button('Add tag').click();
  await page.getByRole('textbox', { name: /^Key/ }).fill('k'.repeat(128));
  await page.getByRole('textbox', { name: /^Value/ }).fill('v'.repeat(256));
  await expect(builder.status).toContainText('Ready');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await crowdedControls(page)).toEqual([]);
});
