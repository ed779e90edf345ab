import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pushEntry, readEntry, replaceEntry, subscribeToEntries } from './historyEntry';

beforeEach(() => history.replaceState(null, ''));
afterEach(() => {
  vi.restoreAllMocks();
});

test('a value is kept with its entry, beside what others keep there', () => {
  history.replaceState({ other: 1 }, '');
  expect(readEntry('form')).toBeUndefined();
  replaceEntry('form', { region: 'us-east-1' });
  expect(readEntry('form')).toEqual({ region: 'us-east-1' });
  expect(readEntry('other')).toBe(1);
});

test('a new entry leaves the address as it is', () => {
  const address = location.href;
  const before = history.length;
  pushEntry('form', 'next');
  expect(history.length).toBe(before + 1);
  expect(location.href).toBe(address);
});

test('Back and Forward tell what the entry holds', async () => {
  const listener = vi.fn();
  const stop = subscribeToEntries('form', listener);
  replaceEntry('form', 'one');
  pushEntry('form', 'two');
  history.back();
  await vi.waitFor(() => expect(listener).toHaveBeenCalledWith('one'));
  history.forward();
  await vi.waitFor(() => expect(listener).toHaveBeenLastCalledWith('two'));
  stop();
});

test('a browser that refuses is no failure', () => {
  vi.spyOn(history, 'pushState').mockImplementation(() => {
    throw new DOMException('too often', 'SecurityError');
  });
  expect(pushEntry('form', 'x')).toBe('refused');
});
