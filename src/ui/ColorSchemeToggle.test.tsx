import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import { ColorSchemeToggle } from './ColorSchemeToggle';

test('the chosen scheme stands on the page at once, where the styles look for it', async () => {
  const onError = vi.spyOn(console, 'error');
  const { user } = renderInPage(<ColorSchemeToggle />);
  expect(screen.getByRole('radio', { name: 'As the system', checked: true })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset['colorScheme']).toBe('dark');
  expect(screen.getByRole('radio', { name: 'Dark', checked: true })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Light' }));
  expect(document.documentElement.dataset['colorScheme']).toBe('light');
  expect(onError).not.toHaveBeenCalled();
});
