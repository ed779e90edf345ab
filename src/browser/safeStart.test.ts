import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  beginStart,
  hasTextsAside,
  putBackTextsAside,
  removeTextsAside,
  textsAside,
} from './safeStart';
import { renameTab, tabIdentity } from './tabIdentity';

const restored = { localPrefix: 'page:tab:', sessionKeys: ['page:form'] };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  renameTab();
});

afterEach(() => {
  window.dispatchEvent(new Event('pagehide'));
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What a start finds that would be restored. */
function fill() {
  localStorage.setItem('page:tab:1', 'own');
  localStorage.setItem('page:tab:2', 'other');
  localStorage.setItem('page:drafts', 'named');
  sessionStorage.setItem('page:form', 'form');
  history.replaceState(null, '', '/#v1&region=us-east-1');
}

const aside = {
  'local:page:tab:1': 'own',
  'local:page:tab:2': 'other',
  'session:page:form': 'form',
  address: 'v1&region=us-east-1',
};

test('a start that came to no end makes the next one of this tab begin empty', () => {
  fill();
  beginStart(restored);
  expect(hasTextsAside()).toBe(false);
  // The page freezes: neither its timers nor its handlers run. The person loads it again.
  beginStart(restored);
  expect(textsAside()).toEqual(aside);
  expect(localStorage.getItem('page:tab:1')).toBeNull();
  expect(sessionStorage.getItem('page:form')).toBeNull();
  expect(location.hash).toBe('');
  expect(localStorage.getItem('page:drafts'), 'not restored by a start').toBe('named');
});

test('and one of another tab, as soon as it is no start under way', () => {
  fill();
  beginStart(restored);
  renameTab();
  vi.advanceTimersByTime(0);
  beginStart(restored);
  expect(hasTextsAside()).toBe(false);
  renameTab();
  vi.setSystemTime(Date.now() + 20_000);
  beginStart(restored);
  expect(textsAside()).toEqual(aside);
});

test('a start that ended is none of these, whether the page answered or was left', () => {
  fill();
  beginStart(restored);
  vi.advanceTimersByTime(10_000);
  beginStart(restored);
  window.dispatchEvent(new Event('pagehide'));
  beginStart(restored);
  vi.setSystemTime(Date.now() + 20_000);
  expect(hasTextsAside()).toBe(false);
});

test('what was set aside is put back where it was, byte for byte', () => {
  fill();
  beginStart(restored);
  beginStart(restored);
  putBackTextsAside(restored);
  expect(tabIdentity().isNew).toBe(true);
  expect(hasTextsAside()).toBe(false);
  expect(localStorage.getItem('page:tab:1')).toBe('own');
  expect(localStorage.getItem('page:tab:2')).toBe('other');
  expect(sessionStorage.getItem('page:form')).toBe('form');
  expect(location.hash).toBe('#v1&region=us-east-1');
});

test('what was typed meanwhile stays the form of its tab', () => {
  fill();
  beginStart(restored);
  beginStart(restored);
  const { id } = tabIdentity();
  localStorage.setItem(`page:tab:${id}`, 'typed');
  putBackTextsAside(restored);
  expect(tabIdentity()).toEqual({ id, isNew: false });
  expect(localStorage.getItem(`page:tab:${id}`)).toBe('typed');
});

test('or it is removed', () => {
  fill();
  beginStart(restored);
  beginStart(restored);
  removeTextsAside();
  expect(hasTextsAside()).toBe(false);
  expect(localStorage.getItem('page:drafts')).toBe('named');
});

test('a storage that is full loses nothing', () => {
  fill();
  beginStart(restored);
  const setItem = Storage.prototype.setItem;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, text) {
    if (key.includes('aside:local:page:tab:2')) throw new DOMException('', 'QuotaExceededError');
    setItem.call(this, key, text);
  });
  beginStart(restored);
  expect(localStorage.getItem('page:tab:2')).toBe('other');
  expect(textsAside()).toMatchObject({ 'local:page:tab:1': 'own' });
});

test('without a storage every start is an ordinary one', () => {
  const none = null as unknown as Storage;
  vi.spyOn(window, 'localStorage', 'get').mockReturnValue(none);
  vi.spyOn(window, 'sessionStorage', 'get').mockReturnValue(none);
  beginStart(restored);
  beginStart(restored);
  expect(hasTextsAside()).toBe(false);
  putBackTextsAside(restored);
  removeTextsAside();
});
