import { beforeEach, describe, expect, test } from 'vitest';
import { exampleRows } from '@/batch/batch.testing';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { exampleFormValues } from '@/qbusiness/examples';
import {
  added,
  changeNamedDrafts,
  imported,
  newDraft,
  printDraftFile,
  readDraftFile,
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

  test('hold the rows of the table, in the browser and in a file', () => {
    const rows = exampleRows(2, 1);
    const contents = rows.map(({ id: _, ...row }) => row);
    const draft = newDraft('Help', exampleFormValues, rows);
    changeNamedDrafts(added(draft));
    expect(readNamedDrafts()).toEqual({ ok: true, drafts: [{ ...draft, rows: contents }] });
    const file = readDraftFile(printDraftFile([draft, newDraft('Form', emptyFormValues)]));
    expect(file).toMatchObject({ ok: true, problems: [], drafts: [{ rows: contents }, {}] });
    expect(file.ok && imported(file.drafts, 'x').map((one) => one.rows)).toEqual([
      contents,
      undefined,
    ]);
  });

  test('with 10,000 rows have room', () => {
    const drafts = [newDraft('Many', exampleFormValues, exampleRows(100, 100))];
    expect(readDraftFile(printDraftFile(drafts))).toMatchObject({ ok: true, problems: [] });
    expect(changeNamedDrafts(() => drafts).ok).toBe(true);
  });

  test('with rows that cannot be read keep the form, and name them', () => {
    const text = printDraftFile([newDraft('Help', exampleFormValues, exampleRows(1, 1))]);
    const broken = text.replace('"222233330000"', '7');
    expect(readDraftFile(broken)).toMatchObject({
      ok: true,
      drafts: [{ values: exampleFormValues, rows: [{ texts: { region: 'us-east-1' } }] }],
      problems: [{ path: 'rows.0.accountId', message: 'A text is expected' }],
    });
    const none = text.replace(/"rows":\[.*?\]/, '"rows":"x"');
    expect(readDraftFile(none)).toMatchObject({
      drafts: [{ values: exampleFormValues }],
      problems: [{ path: 'rows', message: 'A list is expected' }],
    });
  });
});
