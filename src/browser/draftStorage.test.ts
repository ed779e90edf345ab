import { afterEach, expect, test, vi } from 'vitest';
import {
  readStored,
  removeStored,
  storedKeys,
  subscribeToStored,
  writeStored,
} from './draftStorage';
import { renameTab, tabIdentity } from './tabIdentity';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('a stored text can be read until it is removed', () => {
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

const unavailable = { ok: false, failure: 'unavailable' };

/** What `localStorage` is in browsers, web views and extensions where storage is switched off. */
test.each<[string, () => Storage | null | undefined]>([
  ['null', () => null],
  ['undefined', () => undefined],
  [
    'an error at its mention',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
  [
    'an error of no known kind',
    () => {
      throw new TypeError('no storage here');
    },
  ],
])('a storage that is %s is unavailable, and nothing breaks', (_, area) => {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    vi.spyOn(window, name, 'get').mockImplementation(area as () => Storage);
  }
  expect(readStored('draft')).toEqual(unavailable);
  expect(writeStored('draft', '{}')).toEqual(unavailable);
  expect(removeStored('draft')).toEqual(unavailable);
  expect(storedKeys('')).toEqual(unavailable);
  const seen: unknown[] = [];
  const unsubscribe = subscribeToStored('draft', (text) => seen.push(text));
  window.dispatchEvent(new StorageEvent('storage', { key: 'draft', newValue: 'a' }));
  unsubscribe();
  expect(seen).toEqual(['a']);
  expect(renameTab()).toBe(tabIdentity().id);
});

test.each(['getItem', 'setItem', 'removeItem', 'key'] as const)(
  'a storage whose %s fails is unavailable',
  (method) => {
    localStorage.setItem('draft', 'a');
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new Error('closed');
    });
    const results = [readStored('draft'), writeStored('a', 'b'), removeStored('a'), storedKeys('')];
    expect(results).toContainEqual(unavailable);
  },
);

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
