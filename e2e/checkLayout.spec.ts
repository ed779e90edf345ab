import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { CheckPage } from './pages/CheckPage';
import { checkStates } from './pages/checkStates';
import { accountDetails, gitHubTrust, roleDetail } from './pages/roles';

const widths = [1440, 1200, 900, 390];

for (const { name, reach } of checkStates) {
  test(`${name}: nothing is wider than its window`, async ({ page }) => {
    await reach(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const clipped = Array.from(
          document.querySelectorAll('main [role="tabpanel"], main section'),
        )
          .filter((part) => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1)
          .map((part) => part.getAttribute('aria-label') ?? part.id);
        return { page: scrollWidth - clientWidth, clipped };
      });
      expect.soft(overflow, `${width} px`).toEqual({ page: 0, clipped: [] });
    }
  });
}

test('the diagram fits its frame, keeps its texts in their boxes, and can be enlarged', async ({
  page,
}) => {
  const check = await CheckPage.open(page, 'who-can-assume');
  await check.drop({ name: 'role.json', text: accountDetails(roleDetail('M'.repeat(64))) });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const picture = page.locator('figure svg[role="img"]:visible');
    await expect(picture).toHaveCount(1);
    const strays = await picture.evaluate((svg) => {
      const frame = svg.parentElement?.getBoundingClientRect();
      const boxes = Array.from(svg.querySelectorAll('rect'), (box) => box.getBoundingClientRect());
      const holds = (outer: DOMRect | undefined, inner: DOMRect) =>
        outer !== undefined &&
        outer.left <= inner.left + 1 &&
        inner.right <= outer.right + 1 &&
        outer.top <= inner.top + 1 &&
        inner.bottom <= outer.bottom + 1;
      return Array.from(svg.querySelectorAll('text'))
        .filter((text) => {
          const place = text.getBoundingClientRect();
          return !holds(frame, place) || !boxes.some((box) => holds(box, place));
        })
        .map((text) => text.textContent);
    });
    expect.soft(strays, `${width} px`).toEqual([]);
  }
  await check.button('Enlarge').click();
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
});

test('on a phone tables are cards, and no word of them is broken letter by letter', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const check = await CheckPage.open(page, 'what-it-can-do');
  await check.drop({ name: 'role.json', text: accountDetails(roleDetail('Web')) });
  const row = page.getByRole('table', { name: 'This application' }).getByRole('row').nth(1);
  await expect(row).toBeVisible();
  const widths390 = await row.evaluate((element) =>
    Array.from(element.querySelectorAll('th, td'), (cell) => cell.getBoundingClientRect().width),
  );
  expect(Math.min(...widths390)).toBeGreaterThan(250);
});

/** Services, an identity provider and an account that may assume it: names of every length. */
const manyCallers = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: {
        Service: ['application.qbusiness.amazonaws.com', 'qapps-user.qbusiness.amazonaws.com'],
        AWS: 'arn:aws:iam::111122223333:role/ChatCallerOfTheCustomerPortal',
      },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:qbusiness:us-west-2:445566778899:application/*' },
      },
    },
    ...gitHubTrust.Statement,
  ],
};

const answersToRead = [
  ...checkStates.filter(({ name }) => /who can|what it|compare|repair|findings/.test(name)),
  {
    name: 'Check, many callers',
    reach: async (page: Page) => {
      const check = await CheckPage.open(page, 'who-can-assume');
      await check.drop({
        name: 'role.json',
        text: accountDetails(roleDetail('Web', { trust: manyCallers })),
      });
      await expect(page.getByRole('table', { name: 'Who can assume the role' })).toBeVisible();
    },
  },
];

for (const { name, reach } of answersToRead) {
  test(`${name}: no word of an answer is broken inside`, async ({ page }) => {
    await reach(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const broken = await page.locator('main').evaluate((main) => {
        const found: string[] = [];
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
              if (Math.max(...tops) - Math.min(...tops) > 8) found.push(word[0]);
            }
          }
        }
        return [...new Set(found)];
      });
      expect.soft(broken, `${width} px`).toEqual([]);
    }
  });
}
