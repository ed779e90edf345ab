import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import { beforeEach } from 'vitest';
import { fireEvent } from '@testing-library/react';
import { ModalDialog } from './ModalDialog';

// jsdom has the element but not its methods.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn(function showModal(this: HTMLDialogElement) {
    this.open = true;
  });
  HTMLDialogElement.prototype.close = vi.fn(function close(this: HTMLDialogElement) {
    this.open = false;
  });
});

const dialog = (open: boolean, onClose = vi.fn()) => (
  <ModalDialog
    open={open}
    onClose={onClose}
    title="Paste from AWS"
    actions={<button>Take over</button>}
  >
    <input aria-label="Text" />
  </ModalDialog>
);

test('it opens as a modal, named by its title, and closes when its owner says so', () => {
  const { show } = renderInPage(dialog(false));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByLabelText('Text')).toBeNull();
  show(dialog(true));
  expect(screen.getByRole('dialog', { name: 'Paste from AWS' })).toBeTruthy();
  expect(HTMLDialogElement.prototype.showModal).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(screen.getByLabelText('Text'));
  show(dialog(false));
  expect(HTMLDialogElement.prototype.close).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('Escape, the close button and a press beside it ask to close; a press inside does not', async () => {
  const onClose = vi.fn();
  const { user } = renderInPage(dialog(true, onClose));
  const element = screen.getByRole('dialog');
  fireEvent.mouseDown(screen.getByLabelText('Text'));
  expect(onClose).not.toHaveBeenCalled();
  const escape = new Event('cancel', { cancelable: true });
  fireEvent(element, escape);
  expect(escape.defaultPrevented).toBe(true);
  expect(onClose).toHaveBeenCalledTimes(1);
  fireEvent.mouseDown(element);
  expect(onClose).toHaveBeenCalledTimes(2);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledTimes(3);
});
