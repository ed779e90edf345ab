import { describe, expect, test } from 'vitest';
import type { BatchRow } from '@/batch/batchRow';
import { createBatchStore } from './batchStore';

const row = (accountId: string): BatchRow => ({
  id: 'read',
  name: accountId,
  texts: { accountId },
  others: {},
  identityType: '',
});

function storeOver(kept: { text: string | null }, hasRoom = true) {
  return createBatchStore({
    read: () => kept.text,
    write: (text) => {
      if (hasRoom) kept.text = text;
      return hasRoom;
    },
  });
}

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

  test('survive a reload', () => {
    const kept = { text: null };
    storeOver(kept).add([row('1')]);
    expect(accounts(storeOver(kept))).toEqual(['1']);
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
    const store = storeOver({ text: null }, false);
    store.add([row('1')]);
    expect(store.getState().isKept).toBe(false);
    const large = storeOver({ text: null });
    large.add(Array.from({ length: 9000 }, () => ({ ...row('1'), name: 'x'.repeat(200) })));
    expect(large.getState().isKept).toBe(false);
  });
});
