import { expect, test, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { ModalDialog } from './ModalDialog';

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

test('it opens as a modal, named by its title, with the focus in its first field', async () => {
  const { show } = renderInPage(dialog(false));
  expect(screen.queryByRole('dialog')).toBeNull();
  show(dialog(true));
  const opened = screen.getByRole('dialog', { name: 'Paste from AWS' });
  expect(opened.getAttribute('aria-modal')).toBe('true');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Text')));
  show(dialog(false));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('Escape and the close button ask to close; a press inside does not', async () => {
  const onClose = vi.fn();
  const { user } = renderInPage(dialog(true, onClose));
  await user.click(screen.getByLabelText('Text'));
  expect(onClose).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledTimes(2);
});
