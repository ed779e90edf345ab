import { afterEach, expect, test, vi } from 'vitest';
import { readStored, removeStored, subscribeToStored, writeStored } from './draftStorage';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('what is written is read until it is removed', () => {
  expect(readStored('draft')).toEqual({ ok: true, value: null });
  expect(writeStored('draft', '{}')).toEqual({ ok: true, value: undefined });
  expect(readStored('draft')).toEqual({ ok: true, value: '{}' });
  removeStored('draft');
  expect(readStored('draft')).toEqual({ ok: true, value: null });
});

test('full storage is told from storage that is switched off', () => {
  const setItem = vi.spyOn(Storage.prototype, 'setItem');
  setItem.mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(writeStored('draft', '{}')).toEqual({ ok: false, failure: 'quota' });
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(readStored('draft')).toEqual({ ok: false, failure: 'unavailable' });
});

test('a bug is not taken for a refusal', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementationOnce(() => {
    throw new TypeError('bug');
  });
  expect(() => readStored('draft')).toThrow(TypeError);
});

test('changes of another tab are reported for this key only, and for clearing all', () => {
  const seen: (string | null)[] = [];
  const unsubscribe = subscribeToStored('draft', (text) => seen.push(text));
  const change = (key: string | null, newValue: string | null) =>
    window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
  change('draft', 'new');
  change('other', 'no');
  change(null, null);
  window.dispatchEvent(
    new StorageEvent('storage', { key: 'draft', newValue: 'no', storageArea: sessionStorage }),
  );
  unsubscribe();
  change('draft', 'late');
  expect(seen).toEqual(['new', null]);
});
