import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

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

/**
 * Marks the texts that stand in the same colours and letters on the same grounds as one before them:
 * axe takes several milliseconds for the contrast of each, and there are thousands.
 */
const markRepeatedColours = (page: Page) =>
  page.evaluate((mark) => {
    const groundOf = (element: Element): readonly string[] => {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
      const parent = element.parentElement;
      return parent === null || backgroundColor.startsWith('rgb(')
        ? [own]
        : [own, ...groundOf(parent)];
    };
    const hasOwnText = (element: Element) =>
      Array.from(element.childNodes).some(
        ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && /\S/.test(nodeValue ?? ''),
      );
    const looks = new Map<Element, string>();
    for (const element of document.querySelectorAll('body, body *')) {
      element.removeAttribute(mark);
      if (!hasOwnText(element) && !element.matches('input, textarea, select')) continue;
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
      looks.set(
        element,
        [color, fontSize, fontWeight, textShadow, ...groundOf(element)].join('; '),
      );
    }
    const seen = new Set<string>();
    const visit = (element: Element) => {
      const within = [element, ...element.querySelectorAll('*')].flatMap((one) => {
        const look = looks.get(one);
        return look === undefined ? [] : [look];
      });
      if (within.length === 0) return;
      if (within.every((look) => seen.has(look))) {
        element.setAttribute(mark, '');
        return;
      }
      const look = looks.get(element);
      if (look !== undefined) seen.add(look);
      for (const child of element.children) visit(child);
    };
    visit(document.body);
  }, repeatedColours);

const repeatedColours = 'data-repeated-colours';

/** The builder brings axe into the page twice at each call; here it comes with the first call alone. */
const alreadyThere = { axeSource: 'void 0' };

const axe = (page: Page, source: { readonly axeSource?: string } = {}) =>
  new AxeBuilder({ page, ...source })
    // The page has no frames: axe needs no other page to put parts together.
    .setLegacyMode()
    // The names of passed rules are not needed.
    .options({ resultTypes: ['violations', 'incomplete'] });

async function findings(builder: AxeBuilder, page: Page): Promise<readonly string[]> {
  const { violations, incomplete } = await builder.analyze();
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

/** What axe finds in everything but colours, of every element. To be asked first. */
export const structureFindings = (page: Page): Promise<readonly string[]> =>
  findings(axe(page).withTags(standards).disableRules(colourRules), page);

/** What axe finds in colours, once for each that occurs. */
export async function colourFindings(page: Page): Promise<readonly string[]> {
  await markRepeatedColours(page);
  return findings(
    axe(page, alreadyThere).withRules(colourRules).exclude(`[${repeatedColours}]`),
    page,
  );
}
