import { expect, test } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { Meter } from './Meter';

test.each([
  [{ used: 431, limit: 2048 }, '431 of 2,048 characters'],
  [
    { used: 3120, limit: 2048, raisableTo: 8192 },
    '3,120 of 2,048 characters, over the default; ask for a raise up to 8,192',
  ],
  [{ used: 7000, limit: 6144 }, '7,000 of 6,144 characters, 856 too many'],
  [{ used: 9000, limit: 2048, raisableTo: 8192 }, '9,000 of 2,048 characters, 808 too many'],
])('%o is said in words', (figures, words) => {
  renderInPage(<Meter label="Trust policy" {...figures} />);
  const meter = screen.getByRole('meter', { name: 'Trust policy' });
  expect(meter.getAttribute('aria-valuetext')).toBe(words);
  const scale = Number(meter.getAttribute('aria-valuemax'));
  expect(Number(meter.getAttribute('aria-valuenow'))).toBeLessThanOrEqual(scale);
});
