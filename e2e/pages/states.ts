import { expect, type Page } from '@playwright/test';
import { application, BuilderPage } from './BuilderPage';

/** Something that the page can show, and the way there from the start. */
export interface PageState {
  readonly name: string;
  readonly reach: (page: Page) => Promise<void>;
}

export const viewTabs = (page: Page) =>
  page.getByRole('tablist', { name: 'Views' }).getByRole('tab');

/** Opens a view by its tab and waits until it is there. */
export async function openView(page: Page, name: string): Promise<void> {
  await viewTabs(page)
    .and(page.getByRole('tab', { name, exact: true }))
    .click();
  await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
  await expect(page.getByText('Loading …')).toHaveCount(0);
}

async function filled(page: Page): Promise<BuilderPage> {
  const builder = await BuilderPage.open(page);
  await builder.fillIn(application);
  await expect(builder.status).toContainText('Ready');
  return builder;
}

/** The ways in which the builder itself can stand. */
const builderStates: readonly PageState[] = [
  { name: 'Build, empty', reach: async (page) => void (await BuilderPage.open(page)) },
  { name: 'Build, filled', reach: async (page) => void (await filled(page)) },
  {
    name: 'Build, wrong values',
    reach: async (page) => {
      const builder = await BuilderPage.open(page);
      await builder.fillIn({ region: 'eu-central-1', accountId: '12345', applicationId: '*' });
      await builder.button('Copy trust policy').click();
      await expect(page.getByText('5 of 12 digits').first()).toBeVisible();
    },
  },
  {
    name: 'Build, API only with options',
    reach: async (page) => {
      const builder = await filled(page);
      await builder.chooseMode('API only');
      await builder.chooseCaller('github-actions');
      await builder.openOptions();
      await page.getByRole('combobox', { name: 'Network limit' }).selectOption('ip-range');
      await builder.button('Add tag').click();
      await expect(page.getByRole('textbox', { name: 'Key 1' })).toBeFocused();
    },
  },
  {
    name: 'Build, every file',
    reach: async (page) => {
      await filled(page);
      await page.getByRole('heading', { name: 'Every file of the download' }).click();
      await expect(page.getByRole('tablist', { name: 'Files' })).toBeVisible();
    },
  },
];

/** Every other view over an empty and over a complete form. */
const viewState = (view: string): readonly PageState[] => [
  {
    name: `${view}, empty`,
    reach: async (page) => {
      await BuilderPage.open(page);
      await openView(page, view);
    },
  },
  {
    name: `${view}, filled`,
    reach: async (page) => {
      await filled(page);
      await openView(page, view);
    },
  },
];

/** What the other views show of documents that somebody pasted. */
const pastedStates: readonly PageState[] = [
  {
    name: 'Audit, findings',
    reach: async (page) => {
      await filled(page);
      await openView(page, 'Audit');
      await page.getByRole('button', { name: 'Load AWS’s page, as published' }).click();
      await expect(page.getByRole('tablist', { name: /severity/i })).toBeVisible();
    },
  },
];

/** The tabs besides “Build”. A test compares the list with the page. */
export const otherViews = [
  'Audit',
  'Compare',
  'Access',
  'Change record',
  'Differences from AWS’s page',
] as const;

export const states: readonly PageState[] = [
  ...builderStates,
  ...otherViews.flatMap(viewState),
  ...pastedStates,
];

/** With the place in the list, by which tests take turns. */
export const numbered = (all: readonly PageState[]) =>
  all.map((state, number) => ({ ...state, number }));
