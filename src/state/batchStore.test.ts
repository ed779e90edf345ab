import { describe, expect, test, vi } from 'vitest';
import type { BatchRow } from '@/batch/batchRow';
import { createBatchStore } from './batchStore';

const row = (accountId: string): BatchRow => ({
  id: 'read',
  name: accountId,
  texts: { accountId },
  others: {},
  identityType: '',
});

interface Kept {
  text: string | null;
  writes?: number;
}

/** A store over a storage, and a page that can be left. */
function pageOver(kept: Kept, hasRoom = true) {
  const listeners: (() => void)[] = [];
  const store = createBatchStore({
    read: () => kept.text,
    write: (text) => {
      if (hasRoom) kept.text = text;
      kept.writes = (kept.writes ?? 0) + 1;
      return hasRoom;
    },
    subscribeToLeaving: (listener) => listeners.push(listener),
  });
  return {
    store,
    leave: () => {
      for (const listener of listeners) listener();
    },
  };
}

const storeOver = (kept: Kept) => pageOver(kept).store;

const accounts = (store: ReturnType<typeof storeOver>) =>
  store.getState().rows.map(({ texts }) => texts.accountId);

describe('the rows of a batch', () => {
  test('get IDs of their own, and each change can be undone and done again', () => {
    const store = storeOver({ text: null });
    store.add([row('1'), row('2')]);
    store.replaceText('accountId', '1', '01');
    store.remove(new Set([store.getState().rows[1]?.id]));
    expect(accounts(store)).toEqual(['01']);
    store.undo();
    store.undo();
    expect(accounts(store)).toEqual(['1', '2']);
    expect(new Set(store.getState().rows.map(({ id }) => id)).size).toBe(2);
    store.redo();
    expect(accounts(store)).toEqual(['01', '2']);
    expect(store.getState()).toMatchObject({ canUndo: true, canRedo: true });
  });

  test('of a draft or a link take the place of those that are there, and can be put back', () => {
    const store = storeOver({ text: null });
    store.add([row('1')], [{ message: 'a remark' }]);
    const putBack = store.open([row('2'), row('3')]);
    expect(accounts(store)).toEqual(['2', '3']);
    expect(store.getState().remarks).toEqual([]);
    putBack();
    expect(accounts(store)).toEqual(['1']);
    store.undo();
    expect(accounts(store)).toEqual(['2', '3']);
  });

  test('survive a reload, also one that comes at once after a change', () => {
    const kept = { text: null };
    const { store, leave } = pageOver(kept);
    store.add([row('1')]);
    store.addEmpty();
    leave();
    expect(accounts(storeOver(kept))).toEqual(['1', undefined]);
  });

  test('are written once the page has time, and only as they are then', async () => {
    const kept: Kept = { text: null };
    const { store, leave } = pageOver(kept);
    store.add([row('1')]);
    store.replaceText('accountId', '1', '2');
    expect(kept.text).toBeNull();
    await vi.waitUntil(() => kept.text !== null);
    leave();
    expect(kept).toEqual({ text: '[{"name":"1","accountId":"2"}]', writes: 1 });
  });

  test.each([
    'no JSON',
    '{}',
    '[1, null, {"name": 1}]',
    '[{"name":"","identityType":"","__proto__":"x","accountId":2}]',
  ])('take nothing from a storage that holds %s', (text) => {
    expect(accounts(storeOver({ text })).filter((account) => account !== undefined)).toEqual([]);
  });

  test('say when they will not survive a reload', () => {
    const full = pageOver({ text: null }, false);
    full.store.add([row('1')]);
    full.leave();
    expect(full.store.getState().isKept).toBe(false);
    const kept = { text: 'of before' };
    const large = pageOver(kept);
    large.store.add(Array.from({ length: 9000 }, () => ({ ...row('1'), name: 'x'.repeat(200) })));
    large.leave();
    expect(large.store.getState().isKept).toBe(false);
    // Other rows than those that were there must not come back.
    expect(kept.text).toBe('[]');
    large.store.undo();
    large.leave();
    expect(large.store.getState().isKept).toBe(true);
  });
});
