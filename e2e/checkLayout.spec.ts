import { expect, test } from './fixtures';
import { CheckPage } from './pages/CheckPage';
import { accountDetails, roleDetail } from './pages/roles';

const widths = [1440, 1200, 900, 390];

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

test('with many roles a comparison and a repair take all the room beside the list', async ({
  page,
}) => {
  const check = await CheckPage.open(page, 'compare');
  await check.drop({
    name: 'account.json',
    text: accountDetails(roleDetail('Old'), roleDetail('New')),
  });
  for (const width of [1440, 1200]) {
    await page.setViewportSize({ width, height: 900 });
    for (const tab of ['Compare with…', 'Repair']) {
      await check.tab(tab).click();
      await expect(page.getByRole('tabpanel', { name: tab, exact: true })).toBeVisible();
      const list = await check.roles.evaluate((element) => element.getBoundingClientRect().right);
      const panel = await page
        .getByRole('tabpanel', { name: tab, exact: true })
        .evaluate((element) => element.getBoundingClientRect());
      expect.soft(panel.left - list, `${tab}, ${width} px`).toBeLessThan(16);
      expect.soft(width - panel.right, `${tab}, ${width} px`).toBeLessThan(16);
    }
  }
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
