import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import { ColorSchemeToggle } from './ColorSchemeToggle';

test('the chosen scheme stands on the page at once, where the styles look for it', async () => {
  const onError = vi.spyOn(console, 'error');
  const { user } = renderInPage(<ColorSchemeToggle />);
  expect(screen.getByRole('button', { name: 'As the system', pressed: true })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Dark' }));
  expect(document.documentElement.dataset['colorScheme']).toBe('dark');
  expect(screen.getByRole('button', { name: 'Dark', pressed: true })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Light' }));
  expect(document.documentElement.dataset['colorScheme']).toBe('light');
  expect(onError).not.toHaveBeenCalled();
});
