import { representatives } from '../scripts/deep.mjs';
import { colourFindings, structureFindings } from './axe';
import { expect, test } from './fixtures';
import { crowdedControls, expectEverySize, expectNothing, tooWide } from './layout';
import { application, BuilderPage } from './pages/BuilderPage';
import { settle } from './pages/PageState';
import { numbered, otherViews, states, workspaces } from './pages/states';

const light = { colorScheme: 'light', forcedColors: 'none' } as const;

/** Structure is the same in every look; only colours are judged again. */
const otherLooks = [
  { look: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { look: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

/** Each view has two states; one of them is also looked at in dark or forced colours. */
const isSeenTwice = (number: number) => (number + Math.floor(number / 4)) % 2 === 0;

/** These look as another state does: opened by an address, or with placeholders in place of values. */
const repeated = [
  'Check, empty',
  'AWS’s page',
  'Commands, empty',
  'Files, empty',
  'Access, empty',
  'Change record, empty',
  'AWS’s page, empty',
];
const chosenStates = numbered(representatives(states, ({ name }) => !repeated.includes(name)));

// Opened on a wide screen Monaco is there, opened on a phone the plain view: half of the states each.
for (const [turn, width] of [1440, 390].entries()) {
  test.describe(`opened at ${width} px`, () => {
    // So high that nothing lies under the bar or out of sight, where axe cannot judge it.
    test.use({ viewport: { width, height: 3000 }, hasMonaco: true });
    const chosen = representatives(chosenStates, ({ number }) => number % 2 === turn);
    for (const state of chosen) {
      const looks = representatives(
        otherLooks,
        (_, look) =>
          isSeenTwice(state.number) && Math.floor(state.number / 2) % otherLooks.length === look,
      );
      const title = ['light', ...looks.map(({ look }) => look)].join(' and ');
      test(`${state.name}: axe finds nothing in ${title}, and nothing is lost at any size`, async ({
        page,
      }) => {
        test.slow();
        await state.reach(page);
        await settle(page, state);
        expect.soft(await structureFindings(page), 'axe, structure').toEqual([]);
        expect.soft(await colourFindings(page), 'axe, light').toEqual([]);
        for (const { look, media } of looks) {
          await page.emulateMedia(media);
          await settle(page, state);
          expect.soft(await colourFindings(page), `axe, ${look}`).toEqual([]);
        }
        await page.emulateMedia(light);
        await expectEverySize(page, state);
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
  await expectNothing(page, 'unfolded', [tooWide, crowdedControls]);
});

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
