import { expect, type Page } from '@playwright/test';
import { representatives } from '../scripts/deep.mjs';
import type { PageState } from './pages/PageState';

type Measure = (page: Page) => Promise<readonly string[]>;

/** How far the page is wider than the window, in CSS pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Controls that cover each other, and controls under 24 × 24 px with another one closer than that.
 * Links within sentences are exempt.
 *
 * @see https://www.w3.org/TR/WCAG22/#target-size-minimum
 */
export const crowdedControls = (page: Page): Promise<readonly string[]> =>
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

/** Texts of bars, and of the entries of lists, that lie over each other. */
export const overlappingTexts: Measure = (page) =>
  page.evaluate(() => {
    const texts = Array.from(
      document.querySelectorAll<HTMLElement>('header *, [role="option"] *'),
    ).filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        Array.from(element.childNodes).some(
          ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && /\S/.test(nodeValue ?? ''),
        ),
    );
    const boxes = texts.map((element) => {
      const { left, top, bottom, width } = element.getBoundingClientRect();
      const isClipped = getComputedStyle(element).overflowX !== 'visible';
      const right = left + (isClipped ? width : Math.max(width, element.scrollWidth));
      return { element, left, right, top, bottom };
    });
    return boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => {
        if (one.element.contains(other.element)) return [];
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return width > 2 && height > 2
          ? [`texts overlap: ${one.element.textContent} / ${other.element.textContent}`]
          : [];
      }),
    );
  });

/** Parts of the page that hold more than they show, and cannot be scrolled for it. */
const clippedParts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('main [role="tabpanel"], main section'))
      .filter((part) => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1)
      .map((part) => `clipped: ${part.getAttribute('aria-label') ?? part.id}`),
  );

/** Words of sentences and tables that go on in another line without a hyphen or a slash. */
const brokenWords = (page: Page): Promise<readonly string[]> =>
  page.locator('main').evaluate((main) => {
    const found = new Set<string>();
    const scope = main.querySelectorAll(':is(table, li, p, h2, h3):not(.monaco-editor *)');
    for (const part of scope) {
      if (!part.checkVisibility()) continue;
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (const word of (node.textContent ?? '').matchAll(/[^\s/:-]+/g)) {
          // Longer than any name that AWS gives.
          if (word[0].length > 40) continue;
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const tops = Array.from(range.getClientRects(), ({ top }) => Math.round(top));
          if (Math.max(...tops) - Math.min(...tops) > 8) found.add(`broken: ${word[0]}`);
        }
      }
    }
    return [...found];
  });

export const tooWide: Measure = async (page) => {
  const pixels = await overflow(page);
  return pixels > 0 ? [`${pixels} px too wide`] : [];
};

/** Whatever was just resized may need a moment to find its place. */
export const expectNothing = (page: Page, size: string, measures: readonly Measure[]) =>
  expect
    .configure({ soft: true })
    .poll(
      async () => {
        const found: string[] = [];
        for (const measure of measures) found.push(...(await measure(page)));
        return found;
      },
      { message: size, intervals: [50, 100, 250], timeout: 5_000 },
    )
    .toEqual([]);

export const setTextSize = (page: Page, percent: number) =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, percent);

const smallest = 390;

const windows = [
  { width: 1440, height: 900 },
  { width: 1200, height: 900 },
  { width: 900, height: 900 },
  { width: smallest, height: 844 },
];

const zoomed = [
  { name: '400 % zoom', viewport: { width: 320, height: 640 }, textSize: 100 },
  { name: '200 % text', viewport: { width: 1280, height: 800 }, textSize: 200 },
  { name: '200 % text on a phone', viewport: { width: 390, height: 844 }, textSize: 200 },
];

/** In Check no word of an answer may be broken; the builder's documents are full of longer ones. */
const measuresOf = ({ name }: PageState): readonly Measure[] => {
  if (!name.startsWith('Check, ')) return [tooWide, overlappingTexts];
  const isAnswer = /who can|what it|compare|repair|findings|callers/.test(name);
  return [tooWide, overlappingTexts, clippedParts, ...(isAnswer ? [brokenWords] : [])];
};

/** Changes texts that React manages, so nothing else may happen on the page afterwards. */
const quadrupleTexts = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode())
      if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) {
      if (text.parentElement?.closest('pre, .monaco-editor, script, style, noscript')) continue;
      if (/\S/.test(text.data)) text.data = Array(4).fill(text.data).join(' ');
    }
  });

/**
 * Nothing is lost, covered or too small at any size, with large texts and with long ones. The page cannot be used afterwards.
 * The quick run looks at the smallest window and at one size of each kind: states take turns.
 */
export async function expectEverySize(
  page: Page,
  state: PageState & { readonly number: number },
): Promise<void> {
  const turn = Math.floor(state.number / 2) % 3;
  const isMyTurn = (_: unknown, index: number) => index === turn;
  const isShown = ({ width }: { readonly width: number }, index: number) =>
    width === smallest || index === turn;
  for (const viewport of representatives(windows, isShown)) {
    await page.setViewportSize(viewport);
    await expectNothing(page, `${viewport.width} px`, measuresOf(state));
  }
  for (const { name, viewport, textSize } of representatives(zoomed, isMyTurn)) {
    await page.setViewportSize(viewport);
    await setTextSize(page, textSize);
    await expectNothing(page, name, [tooWide, crowdedControls, overlappingTexts]);
  }
  await setTextSize(page, 100);
  await quadrupleTexts(page);
  for (const width of representatives([smallest, 900, 1440], isMyTurn)) {
    await page.setViewportSize({ width, height: 900 });
    await expectNothing(page, `text four times as long, ${width} px`, [tooWide, crowdedControls]);
  }
}
