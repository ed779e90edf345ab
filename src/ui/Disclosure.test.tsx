import { expect, test } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
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
