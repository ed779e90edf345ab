import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import { Disclosure } from './Disclosure';

test('what is inside stays mounted while it is folded away', async () => {
  const { user } = renderInPage(
    <Disclosure title="Role details" summary="default" headingLevel={2}>
      <input aria-label="Path" defaultValue="/" />
    </Disclosure>,
  );
  const opener = screen.getByRole('button', { name: /Role details/ });
  expect(opener.closest('h2')).toBeTruthy();
  expect(opener.getAttribute('aria-expanded')).toBe('false');
  const path = screen.getByLabelText<HTMLInputElement>('Path');
  path.value = '/typed/';
  await user.click(opener);
  expect(opener.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByLabelText('Path')).toBe(path);
  expect(path.value).toBe('/typed/');
});

test('opening and closing is reported', async () => {
  const onToggle = vi.fn();
  const { user } = renderInPage(
    <Disclosure title="Tags" onToggle={onToggle}>
      inside
    </Disclosure>,
  );
  await user.click(screen.getByText('Tags'));
  await vi.waitFor(() => expect(onToggle).toHaveBeenLastCalledWith(true));
  await user.click(screen.getByText('Tags'));
  await vi.waitFor(() => expect(onToggle).toHaveBeenLastCalledWith(false));
});
