import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { renderForm } from '@/app/renderForm.testing';
import { runTask } from '@/state/worker/runTask';
import { TaskFailure } from '@/state/worker/taskQueue';
import { announcementStore } from '@/ui/announcer';
import { PasteField } from './PasteField';

vi.mock('@/state/worker/runTask', { spy: true });

const accountId = '444455556666';
const applicationArn = (account: string) =>
  `arn:aws:qbusiness:us-west-2:${account}:application/11112222-3333-4444-5555-666677778888`;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  vi.mocked(runTask).mockReset();
});

/** Renders the paste field with a form. */
function renderPasteField() {
  const { user, getForm } = renderForm(<PasteField onCheck={() => {}} />);
  const field = screen.getByLabelText<HTMLTextAreaElement>('Paste', { selector: 'textarea' });
  return {
    field,
    getForm,
    paste: async (text: string) => {
      await user.clear(field);
      await user.paste(text);
    },
    press: (text: string) => user.click(screen.getByText(text)),
  };
}

test('a paste fills an empty form at once, and one step takes it back', async () => {
  const { field, getForm, paste } = renderPasteField();
  act(getForm().begin);
  expect(getForm().undo.getState().canUndo).toBe(false);
  await paste(applicationArn(accountId));
  await waitFor(() => expect(getForm().getValues('accountId')).toBe(accountId));
  expect(field.value).toBe('');
  await waitFor(() => expect(getForm().undo.getState().canUndo).toBe(true));
  act(() => void getForm().undo.undo());
  expect(getForm().undo.getState()).toMatchObject({ values: { accountId: '' }, canUndo: false });
});

test('a paste that was filled in is not said to change nothing', async () => {
  const said: string[] = [];
  onTestFinished(
    announcementStore.subscribe(() => said.push(announcementStore.getSnapshot().message)),
  );
  const { field, getForm, paste, press } = renderPasteField();
  act(getForm().begin);
  await paste(applicationArn(accountId));
  await waitFor(() => expect(getForm().getValues('accountId')).toBe(accountId));
  await paste(applicationArn('777788889999'));
  await screen.findByText('Fill in the form');
  await press('Fill in the form');
  await waitFor(() => expect(getForm().getValues('accountId')).toBe('777788889999'));
  await waitFor(() => expect(field.value).toBe(''));
  expect(said).toEqual(['Recognised: Application ARN. 1 change: Enter fills in the form']);
});

test('a paste that takes too long says so, changes nothing, and can be read again', async () => {
  vi.mocked(runTask).mockRejectedValueOnce(new TaskFailure('timed-out', ''));
  const { field, getForm, paste, press } = renderPasteField();
  await paste(applicationArn(accountId));
  await screen.findByText('Reading the paste took too long and was stopped');
  expect(getForm().getValues('accountId')).toBe('');
  expect(field.value).toBe(applicationArn(accountId));
  await press('Try again');
  await waitFor(() => expect(getForm().getValues('accountId')).toBe(accountId));
});

test('a paste that takes too long can be discarded', async () => {
  vi.mocked(runTask).mockRejectedValueOnce(new TaskFailure('timed-out', ''));
  const { field, paste, press } = renderPasteField();
  await paste('text');
  await screen.findByText('Reading the paste took too long and was stopped');
  await press('Discard the paste');
  expect(field.value).toBe('');
});

test('a new paste cancels the one before, whose answer counts for nothing', async () => {
  const { getForm, paste } = renderPasteField();
  let signal: AbortSignal | undefined;
  vi.mocked(runTask).mockImplementationOnce((_kind, _input, options) => {
    signal = options?.signal;
    return new Promise(() => {});
  });
  await paste(applicationArn('111122223333'));
  await screen.findByText(/^Reading the paste …/);
  await paste(applicationArn(accountId));
  await waitFor(() => expect(getForm().getValues('accountId')).toBe(accountId));
  expect(signal?.aborted).toBe(true);
});
