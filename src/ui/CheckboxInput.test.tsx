import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { CheckboxInput } from './CheckboxInput';

test('label and box are one target, and the help is its description', async () => {
  const onChange = vi.fn();
  const { user } = renderInPage(
    <CheckboxInput
      label="Managed policy"
      help="Lives without the role."
      onChange={(event) => void onChange(event.target.checked)}
    />,
  );
  await user.click(screen.getByText('Managed policy'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  const box = screen.getByRole('checkbox', { name: 'Managed policy', checked: true });
  const help = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect(help?.textContent).toBe('Lives without the role.');
});
