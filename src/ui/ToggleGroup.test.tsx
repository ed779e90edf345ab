import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { ToggleGroup } from './ToggleGroup';

test('one of a few is chosen', async () => {
  const onChange = vi.fn();
  const { user } = renderInPage(
    <ToggleGroup
      label="View"
      options={[
        { value: 'plain', label: 'Plain' },
        { value: 'changes', label: 'Changes' },
      ]}
      value="plain"
      onChange={onChange}
    />,
  );
  expect(screen.getByRole('group', { name: 'View' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Plain', pressed: true })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Changes' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith('changes');
});
