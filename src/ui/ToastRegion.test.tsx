import { expect, test, vi } from 'vitest';
import { act, screen, waitFor, within } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { showToast } from './toast';
import { ToastRegion } from './ToastRegion';

test('one toast at a time is spoken, the newest', async () => {
  renderInPage(<ToastRegion />);
  act(() => showToast({ message: 'Form cleared' }));
  act(() => showToast({ message: 'Draft removed' }));
  expect(await screen.findByText('Draft removed')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('Draft removed');
  expect(screen.queryByText('Form cleared')).toBeNull();
});

test('Undo acts once and takes the toast away', async () => {
  const onAct = vi.fn();
  const { user } = renderInPage(<ToastRegion />);
  act(() => showToast({ message: 'Form cleared', action: { label: 'Undo', onAct } }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(onAct).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(screen.queryByText('Form cleared')).toBeNull());
});

test('the focus is where it was once the message that had it is gone', async () => {
  const { user } = renderInPage(
    <>
      <input aria-label="Name" />
      <ToastRegion />
    </>,
  );
  const name = screen.getByRole('textbox');
  for (const button of ['Undo', 'Dismiss']) {
    act(() => showToast({ message: 'Form cleared', action: { label: 'Undo', onAct: () => {} } }));
    act(() => name.focus());
    await user.click(await screen.findByRole('button', { name: button }));
    expect(document.activeElement).toBe(name);
  }
});

test('an action that moves the focus keeps it there', async () => {
  const { user } = renderInPage(
    <>
      <input aria-label="Name" />
      <ToastRegion />
    </>,
  );
  const name = screen.getByRole('textbox');
  const action = { label: 'Go to the name', onAct: () => name.focus() };
  act(() => showToast({ message: 'Not yet', action }));
  await user.click(await screen.findByRole('button', { name: action.label }));
  expect(document.activeElement).toBe(name);
});

test('of two regions the one in the dialog shows it, and the page goes on when the dialog is gone', async () => {
  const inPage = <ToastRegion key="page" />;
  const { show } = renderInPage(<>{inPage}</>);
  act(() => showToast({ message: 'Example loaded' }));
  show(
    <>
      {inPage}
      <div key="dialog" role="dialog">
        <ToastRegion />
      </div>
    </>,
  );
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText('Example loaded')).toBeTruthy();
  expect(screen.getAllByText('Example loaded')).toHaveLength(1);
  show(<>{inPage}</>);
  expect(await screen.findByText('Example loaded')).toBeTruthy();
});
