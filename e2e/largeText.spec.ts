import { expect, test } from './fixtures';
import { expectNothing, overlappingTexts, setTextSize, tooWide } from './layout';
import { BuilderPage } from './pages/BuilderPage';
import { CheckPage } from './pages/CheckPage';
import { accountDetails, roleDetail } from './pages/roles';

const widths = [1440, 1200, 900, 390];

test('with text twice as large, bar and list of roles lay no texts over each other', async ({
  page,
}) => {
  const check = await CheckPage.open(page);
  const names = ['First', 'Second', `Third${'WithALongName'.repeat(4)}`];
  await check.drop({
    name: 'account.json',
    text: accountDetails(...names.map((name) => roleDetail(name))),
  });
  await expect(check.roles.getByRole('option')).toHaveCount(names.length);
  await setTextSize(page, 200);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNothing(page, `${width} px`, [tooWide, overlappingTexts]);
  }
});

test('with text twice as large, the bars of a phone hold their texts', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const builder = await BuilderPage.open(page);
  await expect(builder.status).toContainText('3 values missing');
  await setTextSize(page, 200);
  const places = page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link');
  for (const text of [builder.status.getByText('values missing'), ...(await places.all())]) {
    const name = await text.textContent();
    const box = await text.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right, bottom } = range.getBoundingClientRect();
      return { left, right, bottom };
    });
    expect.soft(box.left, name ?? '').toBeGreaterThanOrEqual(0);
    expect.soft(box.right, name ?? '').toBeLessThanOrEqual(390);
    expect.soft(box.bottom, name ?? '').toBeLessThanOrEqual(844);
  }
});
