import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { Button } from './Button';
import { IconButton } from './IconButton';

test('a button acts and never sends the form around it unless told to', async () => {
  const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
  const onClick = vi.fn();
  const { user } = renderInPage(
    <form onSubmit={onSubmit}>
      <Button icon="paste" onClick={onClick}>
        Paste
      </Button>
      <Button type="submit">Send</Button>
    </form>,
  );
  await user.click(screen.getByRole('button', { name: 'Paste' }));
  expect(onClick).toHaveBeenCalledTimes(1);
  expect(onSubmit).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test('a picture button is named by its label, a button with an address is a link', () => {
  renderInPage(
    <>
      <IconButton icon="close" label="Close" />
      <Button href="#compare">Compare</Button>
    </>,
  );
  expect(screen.getByRole('button', { name: 'Close' }).title).toBe('Close');
  const link = screen.getByRole('link', { name: 'Compare' });
  expect(link.getAttribute('href')).toBe('#compare');
});
