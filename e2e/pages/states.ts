import { expect, type Page } from '@playwright/test';
import { application, BuilderPage } from './BuilderPage';
import { checkStates } from './checkStates';
import { whenLoaded, type PageState } from './PageState';

/** The links to the workspaces, or on a phone to the parts of the page. */
export const workspaces = (page: Page) =>
  page.getByRole('navigation', { name: 'Workspaces' }).getByRole('link');

const addresses = {
  Commands: '#/build/commands',
  Files: '#/build/files',
  Access: '#/build/access',
  'Change record': '#/build/change-record',
  'Many applications': '#/build/applications',
  'Check roles': '#/check',
  'AWS’s page': '#/aws',
} as const;

/** What the page shows besides the form and its policies. A test compares the list with the page. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the object above
export const otherViews = Object.keys(addresses) as readonly (keyof typeof addresses)[];

/** Opens a workspace, or a tab of the results, by its address, and waits until it is there. */
export async function openView(page: Page, name: keyof typeof addresses): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, addresses[name]);
  const shown = name === 'Check roles' || name === 'AWS’s page' ? 'Build a role' : name;
  await expect(
    shown === name
      ? page.getByRole('tabpanel', { name, exact: true })
      : page.locator('[data-view="build"]'),
  ).toBeVisible({ visible: shown === name });
  await whenLoaded(page);
  if (name === 'Access') {
    await expect(page.getByRole('heading', { name: 'Who can assume' })).toBeVisible();
  }
}

/** Opens everything there is, one after the other. */
export async function openEveryView(page: Page): Promise<void> {
  for (const view of otherViews) {
    await openView(page, view);
    await expect(page.getByText(/could not be shown/)).toHaveCount(0);
  }
}

async function filled(page: Page): Promise<BuilderPage> {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await expect(builder.status).toContainText('Ready');
  return builder;
}

/** The ways in which the builder itself can stand. */
const builderStates: readonly PageState[] = [
  {
    name: 'Build, empty',
    hasEditor: 'when reached',
    reach: async (page) => void (await BuilderPage.open(page)),
  },
  {
    name: 'Build, filled',
    hasEditor: 'when reached',
    reach: async (page) => void (await filled(page)),
  },
  {
    name: 'Build, wrong values',
    hasEditor: 'when reached',
    reach: async (page) => {
      const builder = await BuilderPage.open(page);
      await builder.fillIn({ region: 'eu-central-1', accountId: '12345', applicationId: '*' });
      await builder.showResult('Policies');
      await builder.button('Copy trust policy').click();
      await expect(page.getByText('5 of 12 digits').first()).toBeVisible();
    },
  },
  {
    name: 'Build, API only with options',
    hasEditor: 'when reached',
    reach: async (page) => {
      const builder = await filled(page);
      await builder.chooseMode('API only');
      await builder.chooseCaller('github-actions');
      await builder.openOptions('API actions and network');
      await page.getByRole('combobox', { name: 'Network limit' }).selectOption('ip-range');
      await builder.openOptions('Tags');
      await builder.button('Add tag').click();
      await expect(page.getByRole('textbox', { name: 'Key 1' })).toBeFocused();
    },
  },
];

/** A row that is ready, one with an error and one that takes no part. */
const batchRows = [
  'name,region,accountId,applicationId,identityType',
  'Help desk,us-east-1,222233334444,7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17,ANONYMOUS',
  'Jobs,us-west-2,22233334444,8f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17,ANONYMOUS',
  'Intranet,us-east-1,222233334444,9f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17,AWS_IAM_IDC',
].join('\n');

const tableState: PageState = {
  name: 'Many applications, table',
  reach: async (page) => {
    await filled(page);
    await openView(page, 'Many applications');
    await page.getByRole('textbox', { name: 'Applications' }).fill(batchRows);
    await page.getByRole('button', { name: 'Add to the table' }).click();
    await expect(page.getByRole('status', { name: 'Rows' })).toContainText('1 left out');
  },
};

/** Every other view over an empty and over a complete form. */
const viewState = (view: keyof typeof addresses): readonly PageState[] => [
  {
    name: `${view}, empty`,
    hasEditor: view === 'Files',
    reach: async (page) => {
      await BuilderPage.open(page);
      await openView(page, view);
    },
  },
  {
    name: `${view}, filled`,
    hasEditor: view === 'Files',
    reach: async (page) => {
      await filled(page);
      await openView(page, view);
    },
  },
];

export const states: readonly PageState[] = [
  ...builderStates,
  ...otherViews.flatMap(viewState),
  ...checkStates,
  tableState,
];

/** With the place in the list, by which tests take turns. */
export const numbered = (all: readonly PageState[]) =>
  all.map((state, number) => ({ ...state, number }));
