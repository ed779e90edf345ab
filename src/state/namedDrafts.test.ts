import { beforeEach, describe, expect, test } from 'vitest';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { exampleFormValues } from '@/qbusiness/examples';
import {
  added,
  changeNamedDrafts,
  imported,
  newDraft,
  readNamedDrafts,
  removed,
  renamed,
} from './namedDrafts';
import { namedDraftsKey } from './storageKeys';

beforeEach(() => localStorage.clear());

const names = () => {
  const read = readNamedDrafts();
  return read.ok ? read.drafts.map(({ name }) => name) : read.failure;
};

describe('named drafts', () => {
  test('are added, renamed and removed', () => {
    const draft = newDraft(' Help ', exampleFormValues);
    changeNamedDrafts(added(draft));
    expect(readNamedDrafts()).toEqual({ ok: true, drafts: [{ ...draft, name: 'Help' }] });
    changeNamedDrafts(renamed(draft.id, 'Public'));
    expect(names()).toEqual(['Public']);
    changeNamedDrafts(removed(draft.id));
    expect(names()).toEqual([]);
  });

  test('of two tabs are both kept', () => {
    changeNamedDrafts(added(newDraft('One', emptyFormValues)));
    const inThisTab = added(newDraft('Two', emptyFormValues));
    changeNamedDrafts(added(newDraft('Three', emptyFormValues)));
    changeNamedDrafts(inThisTab);
    expect([names()].flat().sort()).toEqual(['One', 'Three', 'Two']);
  });

  test.each([
    ['{"format":"qbusiness-policies-drafts","version":99,"drafts":[]}', 'newer'],
    ['something else', 'unreadable'],
  ])('that this version cannot read are not written over: %s', (text, failure) => {
    localStorage.setItem(namedDraftsKey, text);
    expect(changeNamedDrafts(added(newDraft('x', emptyFormValues)))).toEqual({
      ok: false,
      failure,
    });
    expect(localStorage.getItem(namedDraftsKey)).toBe(text);
  });

  test('from a file stand beside those of the same name', () => {
    const draft = newDraft('Help', exampleFormValues);
    const [copy] = imported([draft], 'file');
    expect(copy).toMatchObject({ name: 'Help', savedAt: draft.savedAt, values: draft.values });
    expect(copy?.id).not.toBe(draft.id);
    expect(imported([{ ...draft, name: '' }], 'file')[0]?.name).toBe('file');
  });
});
