import { expect, test } from 'vitest';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { renderInPage } from '@/app/renderInPage.testing';
import { RadioCards } from './RadioCards';

function Mode() {
  const [mode, setMode] = useState('web');
  return (
    <RadioCards
      legend="Access mode"
      name="mode"
      value={mode}
      onChange={setMode}
      options={[
        { value: 'web', title: 'Web experience', description: 'Q Business assumes the role' },
        { value: 'api', title: 'API only', description: 'Your code does' },
      ]}
    />
  );
}

test('a card is one target, chosen with mouse and arrows, and says what it means', async () => {
  const { user } = renderInPage(<Mode />);
  expect(screen.getByRole('radiogroup', { name: 'Access mode' })).toBeTruthy();
  await user.click(screen.getByText('Your code does'));
  const api = screen.getByRole('radio', { name: 'API only', checked: true });
  const description = document.getElementById(api.getAttribute('aria-describedby') ?? '');
  expect(description?.textContent).toBe('Your code does');
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('radio', { name: 'Web experience', checked: true })).toBeTruthy();
});
