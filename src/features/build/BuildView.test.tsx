import { Profiler, type ReactNode } from 'react';
import { screen, waitFor } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test, vi } from 'vitest';
import { BuildWorkspace } from '@/app/BuildWorkspace';
import { FillForm } from '@/app/FillForm.testing';
import { FormProvider } from '@/app/FormProvider';
import { renderInPage } from '@/app/renderInPage.testing';
import { copyText } from '@/browser/clipboard';
import { saveFile } from '@/browser/download';
import { exampleFormValues } from '@/qbusiness/examples';
import { printPolicy } from '@/exporters/policyDocuments';
import { ToastRegion } from '@/ui/ToastRegion';
import { AccessModeSection } from './AccessModeSection';
import { ApplicationSection } from './ApplicationSection';
import { OptionSections } from './OptionSections';
import { PoliciesTab } from './PoliciesTab';

vi.mock('@/exporters/policyDocuments', { spy: true });
vi.mock('@/browser/download', { spy: true });
vi.mock('@/browser/clipboard', { spy: true });

// The form would restore what the browser has stored.
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  vi.mocked(saveFile)
    .mockReset()
    .mockImplementation(() => {});
  vi.mocked(copyText).mockReset().mockResolvedValue();
});

// By label and text: queries by role in the whole page take seconds in jsdom.
const accountId = () => field('Account ID');

/** Faster than `getByLabelText`, for which jsdom computes the labels of every element. */
function field(name: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) =>
    textContent.startsWith(name),
  );
  const input = document.getElementById(label?.htmlFor ?? '');
  if (!(input instanceof HTMLInputElement)) throw new Error(`No field ${name}`);
  return input;
}

const page = (
  <FormProvider>
    <FillForm values={exampleFormValues} />
    <BuildWorkspace />
    <ToastRegion />
  </FormProvider>
);

/** The first of two: the actions exist for wide windows and for phones, and jsdom has no layout to hide one. */
const first = (text: string) => {
  const button = screen.getAllByText(text)[0]?.closest('button');
  if (!button) throw new Error(`No button ${text}`);
  return button;
};
/** Of the toolbar; the other one is for phones. */
const downloadButton = () => {
  const [button] = document.getElementsByName('download-folder');
  if (!button) throw new Error('No download');
  return button;
};
const state = () => document.querySelector('[aria-label="State of the role"]')?.textContent;
const trustPolicy = () => document.querySelector('[aria-label="Trust policy"]');

test('a key press renders the documents, and neither another section nor the page', async () => {
  const counts = new Map<string, number>();
  const count = (name: string, children: ReactNode) => (
    <Profiler id={name} onRender={(id) => counts.set(id, (counts.get(id) ?? 0) + 1)}>
      {children}
    </Profiler>
  );
  const render = vi.fn();
  function Page() {
    render();
    return (
      <>
        {count('access mode', <AccessModeSection />)}
        {count('options', <OptionSections />)}
        {count('policies', <PoliciesTab />)}
        <ApplicationSection />
      </>
    );
  }
  const { user } = renderInPage(
    <FormProvider>
      <Page />
    </FormProvider>,
  );
  await user.click(accountId());
  await user.paste('4455667788');
  counts.clear();
  render.mockClear();

  // Not a complete account ID yet: the documents stay as they are.
  await user.keyboard('9');
  expect(Object.fromEntries(counts)).toEqual({});

  await user.keyboard('9');
  expect(render).not.toHaveBeenCalled();
  expect(Object.fromEntries(counts)).toEqual({ policies: expect.any(Number) as number });
});

test('the documents follow what is typed, and the state counts what is missing', async () => {
  const { user } = renderInPage(page);
  expect(state()).toBe('3 values missing');

  await user.click(accountId());
  await user.paste('445566778899');

  await waitFor(() => expect(state()).toBe('2 values missing'));
  expect(trustPolicy()?.textContent).toContain('"aws:SourceAccount": "445566778899"');
  expect(trustPolicy()?.textContent).toContain('{{application_id}}');
});

test('sample values are never ready', async () => {
  const { user } = renderInPage(page);
  await user.click(first('Fill'));
  await waitFor(() => expect(state()).toContain('Sample values'));
  expect(state()).not.toContain('Ready');
});

test('a failure while the documents are drawn leaves the form as it is', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user } = renderInPage(page);
  vi.mocked(printPolicy).mockImplementation(() => {
    throw new Error('no document today');
  });
  await user.type(accountId(), '4');
  expect(await screen.findByText(/no document today/)).toBeTruthy();
  expect(accountId().value).toBe('4');

  vi.mocked(printPolicy).mockRestore();
  await user.type(accountId(), '4');
  await waitFor(() => expect(trustPolicy()).toBeTruthy());
});

test('copy and download read the form at the click, in the same task as the last input', async () => {
  const { user } = renderInPage(page);
  await user.click(first('Fill'));
  await waitFor(() => expect(accountId().value).toBe('111122223333'));
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const typeNow = (text: string) => {
    setter?.call(accountId(), text);
    accountId().dispatchEvent(new Event('input', { bubbles: true }));
  };

  typeNow('222233334444');
  downloadButton().click();
  await waitFor(() => expect(saveFile).toHaveBeenCalledOnce());
  const [name, bytes] = vi.mocked(saveFile).mock.calls[0] ?? [];
  expect(name).toMatch(/^policies-.{36}-us-east-1\.zip$/);
  const files = Object.values(unzipSync(bytes as Uint8Array)).map((file) => strFromU8(file));
  expect(files.join()).toContain('222233334444');
  expect(files.join()).not.toContain('111122223333');

  typeNow('555566667777');
  first('Copy').click();
  await waitFor(() => expect(copyText).toHaveBeenCalledOnce());
  expect(vi.mocked(copyText).mock.calls[0]?.[0]).toContain(':555566667777:application/');
});

test('a double click is one download', async () => {
  // A download of the test before would count as the first click.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { user } = renderInPage(page);
  await user.click(first('Fill'));
  await user.dblClick(downloadButton());
  await waitFor(() => expect(saveFile).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(saveFile).toHaveBeenCalledOnce();
});

test('a refused download says why, also when the field has the focus already', async () => {
  const { user } = renderInPage(page);
  await user.click(downloadButton());
  expect(await screen.findByText(/^Not yet: Region is missing/)).toBeTruthy();
  expect(document.activeElement).toHaveProperty('name', 'region');
  expect(await screen.findAllByText('Region is missing')).toHaveLength(1);
  expect(saveFile).not.toHaveBeenCalled();
});

test('a refused download names the fields of refused values, and not endless ones', async () => {
  const { user } = renderInPage(page);
  await user.click(first('Fill'));
  await user.clear(field('Account ID'));
  await user.type(field('Account ID'), '123');
  await user.click(downloadButton());
  expect(await screen.findByText('Not yet: Account ID: 3 of 12 digits')).toBeTruthy();
  await user.click(screen.getByText('Tags'));
  for (let tag = 1; tag <= 4; tag += 1) {
    await user.click(screen.getByText('Add tag'));
    // The table of tags is loaded with the first one.
    await waitFor(() => expect(document.activeElement).toBe(field(`Key ${tag}`)));
    await user.paste(`aws:${tag}`);
  }
  await user.click(downloadButton());
  expect(
    await screen.findByText(/^Not yet: Account ID: 3 of 12 digits; .*; and 2 more$/),
  ).toBeTruthy();
});

test('tags take pasted lines', async () => {
  const { user } = renderInPage(page);
  await user.click(screen.getByText('Tags'));
  await user.click(screen.getByText('Add tag'));
  await waitFor(() => expect(document.activeElement).toBe(field('Key 1')));
  await user.paste('team=help\nowner=me');
  await waitFor(() => expect(field('Value 2')).toHaveProperty('value', 'me'));
});
