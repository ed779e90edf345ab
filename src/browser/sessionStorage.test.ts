import { afterEach, expect, test, vi } from 'vitest';
import { readSession, writeSession } from './sessionStorage';

afterEach(() => vi.restoreAllMocks());

test('a stored text can be read in the same tab', () => {
  expect(readSession('a')).toBeNull();
  expect(writeSession('a', 'text')).toBe(true);
  expect(readSession('a')).toBe('text');
});

test('a browser that stores nothing causes no error', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(writeSession('a', 'text')).toBe(false);
});
