import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { BuilderPage } from './pages/BuilderPage';
import { otherViews, states, viewTabs } from './pages/states';

interface Review {
  readonly rule: string;
  readonly target: RegExp;
  readonly because: string;
}

/** What axe leaves to a person, and what the person found. Anything else that it leaves fails. */
const reviews: readonly Review[] = [
  {
    rule: 'color-contrast',
    target: /\.code-/,
    because: 'The line number beside is a pseudo element; palette.test.ts measures every colour.',
  },
  {
    rule: 'color-contrast',
    target: /text\[x=/,
    because: 'Text of a picture on a rectangle of paper; palette.test.ts measures the pair.',
  },
  {
    rule: 'color-contrast',
    target: /li:nth-child\(\d+\) > strong$/,
    because: 'The number of the step is a pseudo element beside the text, not behind it.',
  },
  {
    rule: 'color-contrast',
    target: /\.ime-text-area/,
    because: 'The input of Monaco shows no text of its own.',
  },
];

/** Structure is the same in every look; only colours are judged again. */
const otherLooks = [
  { look: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { look: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

const colourRules = ['color-contrast', 'link-in-text-block'];

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Whether the browser itself finds the element where it is drawn. Axe also counts layers that are
 * clipped away, such as Monaco's sheet of lines.
 */
function isOnTop(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return Array.from(element.getClientRects()).every((box) => {
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return top !== null && (element.contains(top) || top.contains(element));
    });
  });
}

async function findings(axe: AxeBuilder, page: Page): Promise<readonly string[]> {
  const { violations, incomplete } = await axe.analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      found.push(`violation ${id}: ${target.join(' ')}: ${failureSummary ?? ''}`);
    }
  }
  for (const { id, nodes } of incomplete) {
    for (const { target, failureSummary = '' } of nodes) {
      const selector = target.join(' ');
      if (reviews.some((review) => review.rule === id && review.target.test(selector))) continue;
      const isCovered = /overlapped|obscured/.test(failureSummary);
      if (isCovered && (await isOnTop(page, selector))) continue;
      found.push(`unreviewed ${id}: ${selector}: ${failureSummary}`);
    }
  }
  return found;
}

// So high that nothing lies under the bar or out of sight, where axe cannot judge it.
for (const width of [1440, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 6000 }, contextOptions: { reducedMotion: 'reduce' } });
    for (const { name, reach } of states) {
      test(`axe finds nothing in ${name}: light, dark, forced colours`, async ({ page }) => {
        test.slow();
        await reach(page);
        const everything = new AxeBuilder({ page }).withTags(standards);
        expect.soft(await findings(everything, page), 'light').toEqual([]);
        for (const { look, media } of otherLooks) {
          await page.emulateMedia(media);
          const colours = new AxeBuilder({ page }).withRules(colourRules);
          expect.soft(await findings(colours, page), look).toEqual([]);
        }
      });
    }
  });
}

test('every view of the page is in the list of those that are looked at', async ({ page }) => {
  await BuilderPage.open(page);
  expect(await viewTabs(page).allTextContents()).toEqual(['Build', ...otherViews]);
});
