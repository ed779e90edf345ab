import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetTab, randomId, renameTab, tabIdentity } from './tabIdentity';

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
});

test('a tab keeps its name over a reload', () => {
  const id = renameTab();
  expect(tabIdentity()).toEqual({ id, isNew: false });
});

test('a tab counts as new until its first page is left', () => {
  forgetTab();
  const { id } = tabIdentity();
  expect(tabIdentity()).toEqual({ id, isNew: true });
});

test('without storage the name lasts as long as the page', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  const id = renameTab();
  expect(tabIdentity().id).toBe(id);
  expect(tabIdentity().id).toBe(id);
});

test('no two names are the same', () => {
  expect(new Set(Array.from({ length: 1000 }, randomId)).size).toBe(1000);
});
