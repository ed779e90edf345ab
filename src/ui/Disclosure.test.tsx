import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import { Disclosure } from './Disclosure';

test('what is inside stays mounted, and its state is told', () => {
  const onToggle = vi.fn();
  const content = (
    <Disclosure title="Role details" summary="all defaults" headingLevel={3} onToggle={onToggle}>
      <input aria-label="Path" defaultValue="/" />
    </Disclosure>
  );
  const { container, show } = renderInPage(content);
  expect(screen.getByRole('heading', { level: 3, name: 'Role details' })).toBeTruthy();
  const details = container.querySelector('details');
  const path = screen.getByLabelText<HTMLInputElement>('Path');
  path.value = '/typed/';
  expect(details?.open).toBe(false);
  details?.setAttribute('open', '');
  show(content);
  expect(details?.open).toBe(true);
  expect(screen.getByLabelText('Path')).toBe(path);
  expect(path).toHaveProperty('value', '/typed/');
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
