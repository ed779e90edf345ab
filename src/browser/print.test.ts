import { expect, test, vi } from 'vitest';
import { printPage } from './print';

test('the print dialog opens', () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {});
  printPage();
  expect(print).toHaveBeenCalledTimes(1);
});
