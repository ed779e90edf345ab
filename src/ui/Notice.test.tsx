import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { Notice } from './Notice';

test('a notice that appears is spoken; one that was there is not', () => {
  const { show } = renderInPage(<Notice tone="info">There from the start</Notice>);
  expect(screen.queryByRole('status')).toBeNull();
  show(
    <Notice tone="error" title="The file is too large" live>
      At most 1 MB.
    </Notice>,
  );
  expect(screen.getByRole('status').textContent).toBe('The file is too largeAt most 1 MB.');
});

test('it can be dismissed when somebody listens', async () => {
  const onDismiss = vi.fn();
  const { user } = renderInPage(
    <Notice tone="warning" onDismiss={onDismiss} actions={<button>Retry</button>}>
      Text
    </Notice>,
  );
  expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(onDismiss).toHaveBeenCalledTimes(1);
});
