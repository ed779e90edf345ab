import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { representatives } from '../scripts/deep.mjs';
import { expect, test } from './fixtures';
import { BuilderPage } from './pages/BuilderPage';
import { numbered, otherViews, states, workspaces } from './pages/states';

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
    target: /(?:^|> )text\[/,
    because: 'Text of a picture, on paper or sunken; palette.test.ts measures the pairs.',
  },
  {
    rule: 'color-contrast',
    target: /li:nth-child\(\d+\) > strong$/,
    because: 'The number of the step is a pseudo element beside the text, not behind it.',
  },
  {
    rule: 'color-contrast',
    target: /\.view-line|\.mtk\d/,
    because: 'The wave under a finding in Monaco is a picture; the text is measured as above.',
  },
  {
    rule: 'color-contrast',
    target: /\.line-numbers?|\.active-line-number|margin-view-overlays/,
    because: 'The number of a line is one digit, too short for axe; palette.test.ts measures it.',
  },
  {
    rule: 'color-contrast',
    target: /\.ime-text-area/,
    because: 'The input of Monaco shows no text of its own.',
  },
  {
    rule: 'aria-prohibited-attr',
    target: /\.MuiTextField-root$/,
    because: 'The data grid names the frame of its search; the field inside has a name of its own.',
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
 * Those of the elements that the browser itself does not find where they are drawn. Axe also counts
 * layers that are clipped away, such as Monaco's sheet of lines.
 */
function covered(page: Page, selectors: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    (all) =>
      all.filter((selector) => {
        const element = document.querySelector(selector);
        if (element === null) return true;
        element.scrollIntoView({ block: 'center', inline: 'nearest' });
        return !Array.from(element.getClientRects()).every((box) => {
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return top !== null && (element.contains(top) || top.contains(element));
        });
      }),
    selectors,
  );
}

/** Rows that differ in their texts alone are judged once: long tables would take a minute each. */
async function judged(page: Page): Promise<AxeBuilder> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    for (const row of document.querySelectorAll('tbody tr')) {
      const shape = row.outerHTML.replaceAll(/>[^<]+|\s(?:id|href|title|aria-\w+)="[^"]*"/g, '>');
      row.toggleAttribute('data-same-shape', seen.has(shape));
      seen.add(shape);
    }
  });
  return new AxeBuilder({ page }).exclude('[data-same-shape]');
}

async function findings(axe: AxeBuilder, page: Page): Promise<readonly string[]> {
  const { violations, incomplete } = await axe.analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      found.push(`violation ${id}: ${target.join(' ')}: ${failureSummary ?? ''}`);
    }
  }
  const doubts = incomplete
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => ({
        rule: id,
        selector: target.join(' '),
        summary: failureSummary,
      })),
    )
    .filter(
      ({ rule, selector }) =>
        !reviews.some((review) => review.rule === rule && review.target.test(selector)),
    );
  const isAboutCover = (summary: string) => /overlap|obscured/.test(summary);
  const stillCovered = await covered(
    page,
    doubts.filter(({ summary }) => isAboutCover(summary)).map(({ selector }) => selector),
  );
  for (const { rule, selector, summary } of doubts) {
    if (isAboutCover(summary) && !stillCovered.includes(selector)) continue;
    found.push(`unreviewed ${rule}: ${selector}: ${summary}`);
  }
  return found;
}

/** Until nothing is added or taken away any more: axe knows elements by their places. */
const stillness = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const later = () => setTimeout(finish, 500);
        let timer = later();
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = later();
        });
        function finish() {
          observer.disconnect();
          resolve();
        }
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );

/** Until the page is painted in the new colours and nothing fades any more. */
const colourChange = (page: Page) =>
  page.evaluate(async () => {
    const frame = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    for (let still = 0; still < 10; still += 1) {
      await frame();
      const running = document.getAnimations().filter(({ playState }) => playState === 'running');
      if (running.length > 0) still = 0;
    }
  });

// So high that nothing lies under the bar or out of sight, where axe cannot judge it.
for (const [turn, width] of [1440, 390].entries()) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 6000 }, contextOptions: { reducedMotion: 'reduce' } });
    for (const { name, reach, number } of representatives(
      numbered(states),
      (state) => state.number % 2 === turn,
    )) {
      const looks = representatives(
        otherLooks,
        (_, look) => Math.floor(number / 2) % otherLooks.length === look,
      );
      const title = ['light', ...looks.map(({ look }) => look)].join(', ');
      test(`axe finds nothing in ${name}: ${title}`, async ({ page }) => {
        test.slow();
        await reach(page);
        await stillness(page);
        const everything = (await judged(page)).withTags(standards);
        expect.soft(await findings(everything, page), 'light').toEqual([]);
        for (const { look, media } of looks) {
          await page.emulateMedia(media);
          await colourChange(page);
          const colours = (await judged(page)).withRules(colourRules);
          expect.soft(await findings(colours, page), look).toEqual([]);
        }
      });
    }
  });
}

test('every view of the page is in the list of those that are looked at', async ({ page }) => {
  await BuilderPage.open(page);
  const tabs = page.getByRole('tablist', { name: 'Results' }).getByRole('tab');
  const [start, ...others] = [
    ...(await tabs.allTextContents()),
    ...(await workspaces(page).allTextContents()),
  ];
  expect(start).toBe('Policies');
  expect(others.filter((name) => name !== 'Build a role')).toEqual(otherViews);
});
