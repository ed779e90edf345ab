import { expect, test } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { act } from '@testing-library/react';
import { announce } from './announcer';
import { StatusAnnouncer } from './StatusAnnouncer';

test('the same words said again are a new node, so that they are spoken again', () => {
  renderInPage(<StatusAnnouncer />);
  const region = screen.getByRole('status');
  act(() => announce('Copied'));
  const first = region.firstChild;
  expect(region.textContent).toBe('Copied');
  act(() => announce('Copied'));
  expect(region.textContent).toBe('Copied');
  expect(region.firstChild).not.toBe(first);
  expect(screen.getByRole('status')).toBe(region);
});
