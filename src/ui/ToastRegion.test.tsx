import { expect, test, vi } from 'vitest';
import { screen, within } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import { afterEach, beforeEach } from 'vitest';
import { act, fireEvent } from '@testing-library/react';
import { showToast } from './toast';
import { ToastRegion } from './ToastRegion';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  act(() => {
    vi.runAllTimers();
  });
  vi.useRealTimers();
});

const region = () => screen.getByRole('status').textContent;
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

test('one toast at a time is spoken, and it goes by itself', () => {
  renderInPage(<ToastRegion />);
  act(() => showToast({ message: 'Form cleared' }));
  act(() => showToast({ message: 'Draft removed' }));
  expect(region()).toBe('Draft removed');
  pass(10_001);
  expect(region()).toBe('');
});

test('it waits while the pointer or the focus is on it', () => {
  renderInPage(<ToastRegion />);
  act(() => showToast({ message: 'Form cleared' }));
  fireEvent.mouseEnter(screen.getByText('Form cleared'));
  pass(60_000);
  expect(region()).toBe('Form cleared');
  fireEvent.mouseLeave(screen.getByText('Form cleared'));
  pass(10_001);
  expect(region()).toBe('');
});

test('Undo acts once and takes the toast away', () => {
  const onAct = vi.fn();
  renderInPage(<ToastRegion />);
  act(() => showToast({ message: 'Form cleared', action: { label: 'Undo', onAct } }));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onAct).toHaveBeenCalledTimes(1);
  expect(region()).toBe('');
});

test('of two regions the one in the dialog shows it, and the page goes on when the dialog is gone', () => {
  const onAct = vi.fn();
  const inPage = <ToastRegion key="page" />;
  const { show } = renderInPage(<>{inPage}</>);
  act(() => showToast({ message: 'Example loaded', action: { label: 'Undo', onAct } }));
  show(
    <>
      {inPage}
      <dialog key="dialog" open>
        <ToastRegion />
      </dialog>
    </>,
  );
  const dialog = within(screen.getByRole('dialog'));
  expect(screen.getAllByText('Example loaded')).toEqual([dialog.getByText('Example loaded')]);
  show(<>{inPage}</>);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onAct).toHaveBeenCalledTimes(1);
});

test('a toast that replaces another is not cut short by the timer of the first', () => {
  renderInPage(<ToastRegion />);
  act(() => showToast({ message: 'First' }));
  pass(9000);
  act(() => showToast({ message: 'Second' }));
  pass(9000);
  expect(region()).toBe('Second');
});
