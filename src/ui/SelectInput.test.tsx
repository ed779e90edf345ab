import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { SelectInput } from './SelectInput';

test('the platform list offers the options in their groups', async () => {
  const onChange = vi.fn();
  const { user } = renderInPage(
    <SelectInput
      label="Caller"
      error="Choose one"
      onChange={(event) => void onChange(event.target.value)}
      options={[
        { value: '', label: 'Not chosen' },
        { value: 'lambda', label: 'AWS Lambda', group: 'Services' },
        { value: 'role', label: 'IAM role', group: 'Identities' },
      ]}
    />,
  );
  const select = screen.getByRole('combobox', { name: 'Caller' });
  expect(select.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('group', { name: 'Services' }).textContent).toBe('AWS Lambda');
  await user.selectOptions(select, 'IAM role');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('role');
});
