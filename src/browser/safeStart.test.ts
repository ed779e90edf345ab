import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

/** Starts, and lets the moments pass that a start waits for. */
const start = async () => {
  const begun = beginStart(restored);
  if (begun === undefined) return;
  await vi.advanceTimersByTimeAsync(500);
  await begun;
};

/** As somebody does who waits for a page that hangs, and loads it again. */
const loadAgain = async () => {
  vi.setSystemTime(Date.now() + 6_000);
  await start();
};

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

test('after a start that froze, the next start of the same tab begins empty', async () => {
  fill();
  await start();
  expect(hasTextsAside()).toBe(false);
  // The page freezes: neither its timers nor its handlers run.
  await loadAgain();
  expect(textsAside()).toEqual(aside);
  expect(localStorage.getItem('page:tab:1')).toBeNull();
  expect(sessionStorage.getItem('page:form')).toBeNull();
  expect(location.hash).toBe('');
  expect(localStorage.getItem('page:drafts'), 'not restored by a start').toBe('named');
});

test('after a start that froze in another tab, a start begins empty once the other has had its time', async () => {
  fill();
  await start();
  renameTab();
  await loadAgain();
  expect(hasTextsAside()).toBe(false);
  renameTab();
  vi.setSystemTime(Date.now() + 20_000);
  await start();
  expect(textsAside()).toEqual(aside);
});

test('a tab that is duplicated while it starts does not count as frozen, and neither does its duplicate', async () => {
  fill();
  await start();
  // It has the name of the other one, and all that it keeps.
  await start();
  expect(hasTextsAside()).toBe(false);
  expect(localStorage.getItem('page:tab:1')).toBe('own');
});

describe('in a browser with locks, which end with their document', () => {
  /** Names of the locks of documents that live. */
  let held: string[];

  beforeEach(() => {
    held = [];
    const request = (name: string) => {
      held.push(name);
      return new Promise<void>(() => {});
    };
    const query = () => Promise.resolve({ held: held.map((name) => ({ name })), pending: [] });
    vi.stubGlobal('navigator', { locks: { request, query } });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('a slow start does not count as frozen, in a duplicated tab either', async () => {
    fill();
    await start();
    await loadAgain();
    await loadAgain();
    expect(hasTextsAside()).toBe(false);
  });

  test('a document that is gone without having ended its start froze or crashed, in any tab', async () => {
    fill();
    await start();
    renameTab();
    held = [];
    await loadAgain();
    expect(textsAside()).toEqual(aside);
  });

  test('a start that ends while another one looks for frozen starts does not count as frozen', async () => {
    fill();
    await beginStart(restored);
    const [mark = ''] = Object.keys(localStorage).filter((key) => key.includes(':starting:'));
    const begun = beginStart(restored);
    localStorage.removeItem(mark);
    await begun;
    expect(hasTextsAside()).toBe(false);
  });

  test('a start whose lock ends before its mark is removed does not count as frozen', async () => {
    fill();
    await beginStart(restored);
    const [mark = ''] = Object.keys(localStorage).filter((key) => key.includes(':starting:'));
    vi.setSystemTime(Date.now() + 6_000);
    held = [];
    const begun = beginStart(restored);
    await vi.advanceTimersByTimeAsync(100);
    localStorage.removeItem(mark);
    await vi.advanceTimersByTimeAsync(500);
    await begun;
    expect(hasTextsAside()).toBe(false);
  });

  test('one frozen start sets texts aside once, and none that are stored later', async () => {
    fill();
    await start();
    held = [];
    await loadAgain();
    removeTextsAside();
    localStorage.setItem('page:tab:3', 'typed since');
    await loadAgain();
    expect(hasTextsAside()).toBe(false);
  });
});

test('a start that ended does not count as frozen, whether the page responded or was closed', async () => {
  fill();
  await start();
  vi.advanceTimersByTime(10_000);
  await loadAgain();
  window.dispatchEvent(new Event('pagehide'));
  await loadAgain();
  expect(hasTextsAside()).toBe(false);
});

test('texts that were set aside can be restored under their keys, byte for byte', async () => {
  fill();
  await start();
  await loadAgain();
  putBackTextsAside(restored);
  expect(tabIdentity().isNew).toBe(true);
  expect(hasTextsAside()).toBe(false);
  expect(localStorage.getItem('page:tab:1')).toBe('own');
  expect(localStorage.getItem('page:tab:2')).toBe('other');
  expect(sessionStorage.getItem('page:form')).toBe('form');
  expect(location.hash).toBe('#v1&region=us-east-1');
});

test('texts that are restored do not replace a form that was typed meanwhile', async () => {
  fill();
  await start();
  await loadAgain();
  const { id } = tabIdentity();
  localStorage.setItem(`page:tab:${id}`, 'typed');
  putBackTextsAside(restored);
  expect(tabIdentity()).toEqual({ id, isNew: false });
  expect(localStorage.getItem(`page:tab:${id}`)).toBe('typed');
});

test('texts that were set aside can be removed', async () => {
  fill();
  await start();
  await loadAgain();
  removeTextsAside();
  expect(hasTextsAside()).toBe(false);
  expect(localStorage.getItem('page:drafts')).toBe('named');
});

test('a storage that is full loses nothing', async () => {
  fill();
  await start();
  const setItem = Storage.prototype.setItem;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, text) {
    if (key.includes('aside:local:page:tab:2')) throw new DOMException('', 'QuotaExceededError');
    setItem.call(this, key, text);
  });
  await loadAgain();
  expect(localStorage.getItem('page:tab:2')).toBe('other');
  expect(textsAside()).toMatchObject({ 'local:page:tab:1': 'own' });
});

test('without a storage, no start counts as frozen', async () => {
  const none = null as unknown as Storage;
  vi.spyOn(window, 'localStorage', 'get').mockReturnValue(none);
  vi.spyOn(window, 'sessionStorage', 'get').mockReturnValue(none);
  await start();
  await loadAgain();
  expect(hasTextsAside()).toBe(false);
  putBackTextsAside(restored);
  removeTextsAside();
});
