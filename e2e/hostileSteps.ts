import type { Page } from '@playwright/test';
import { decodeBatchLink } from '../src/batch/batchLink';
import { unseenCharacters } from '../src/iam/unseenCharacters';
import { emptyFormValues } from '../src/qbusiness/form/formValues';
import { changedPaths } from '../src/state/history';
import { expect } from './fixtures';
import type { BuilderPage } from './pages/BuilderPage';
import { exportDrafts, shownValues } from './pages/keptForm';

/** What a reader of the text does not see; look-alikes are seen, and refused by the fields. */
export const unseenIn = (text: string) =>
  unseenCharacters(text).filter(({ kind }) => kind !== 'look-alike');

/** Puts the link into the address, and opens it when the page asks. */
export const follow = (page: Page, link: string): Promise<void> =>
  page.evaluate(async (fragment) => {
    const until = async (holds: () => boolean) => {
      for (let tries = 0; !holds() && tries < 1_000; tries += 1) {
        await new Promise((resolve) => {
          setTimeout(resolve, 10);
        });
      }
      if (!holds()) throw new Error(`Nothing happens: ${holds.toString()}`);
    };
    const dialog = () => document.querySelector('[role="dialog"]');
    location.hash = fragment;
    await until(() => dialog() !== null);
    const buttons = [...(dialog()?.querySelectorAll('button') ?? [])];
    const named = (name: string) => buttons.find(({ textContent }) => textContent === name);
    // A link that brings nothing can only be closed.
    (named('Open the link') ?? named('Close'))?.click();
    await until(() => dialog() === null);
  }, link);

export const bringsNothing = (link: string): boolean =>
  changedPaths(emptyFormValues, decodeBatchLink(link)?.values ?? emptyFormValues).length === 0;

/** Pastes the text on the page, and takes over what is proposed, or reads why it was not inserted. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate(async (words) => {
    const wait = () =>
      new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    const buttons = () =>
      [...document.querySelectorAll('[aria-label="Paste"], [role="status"]')]
        .filter(
          (part) => part.role !== 'status' || part.textContent.includes('Nothing was inserted'),
        )
        .flatMap((part) => [...part.querySelectorAll('button')]);
    for (let tries = 0; buttons().length === 0 && tries < 1_000; tries += 1) await wait();
    const fill = buttons().find(({ textContent }) => textContent === 'Fill in the form');
    const choice = fill ?? buttons().at(-1);
    if (!(choice instanceof HTMLElement)) throw new Error('Nothing is said about the paste');
    choice.click();
    for (let tries = 0; buttons().length > 0 && tries < 1_000; tries += 1) await wait();
  }, text);

const textAt = (values: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null
          ? new Map(Object.entries(inner)).get(key)
          : undefined,
      values,
    );

/** What is shown is what is exported, code point by code point, and all of it can be seen. */
export async function expectShownIsExported(
  page: Page,
  builder: BuilderPage,
  last: string | undefined,
) {
  const shown = Object.entries(await shownValues(page));
  expect(shown.length).toBeGreaterThan(2);
  expect(
    shown.filter(([, value]) => unseenIn(value).length > 0),
    last,
  ).toEqual([]);
  const { drafts } = await exportDrafts(page);
  const exported = shown.map(([path, value]) => [
    path,
    textAt(drafts[0]?.values ?? {}, path) ?? value,
  ]);
  expect(exported, last).toEqual(shown);
  const document = await builder.shown('Permissions policy');
  expect(unseenIn(document)).toEqual([]);
  const account = new Map(shown).get('accountId') ?? '';
  if (/^\d{12}$/.test(account)) expect(document).toContain(`:${account}:`);
}
