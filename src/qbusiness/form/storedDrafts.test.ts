import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../scripts/deep.mjs';
import { everyField } from './everyField.testing';
import { exampleFormValues } from '../examples';
import { arbitraryFormValues } from './formValues.arbitrary';
import { emptyFormValues } from './formValues';
import { readRequestJson } from './requestJson';
import { cleanName, mayBeRead, printDrafts, readDrafts } from './storedDrafts';

const savedAt = '2026-11-23T10:00:00.000Z';

describe('stored drafts', () => {
  test('values survive storage, cleaned', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(arbitraryFormValues(text), text, (typed, typedName) => {
        const { values } = readRequestJson(typed);
        const name = cleanName(typedName);
        const drafts = [{ id: 'a', name, savedAt, values }];
        const read = readDrafts(
          printDrafts([{ id: 'a', name: typedName, savedAt, values: typed }]),
        );
        expect(read).toMatchObject({ ok: true, drafts, problems: [] });
        expect(readDrafts(printDrafts(drafts))).toEqual({
          ok: true,
          drafts,
          problems: [],
          cleaned: [],
        });
      }),
      { numRuns: runs(1_000, 10_000) },
    );
  });

  test('hold every field', () => {
    const drafts = [
      { id: 'a', name: 'Help', savedAt, values: everyField },
      { id: 'b', name: '', savedAt, values: emptyFormValues },
    ];
    expect(readDrafts(printDrafts(drafts))).toMatchObject({ ok: true, drafts });
  });

  /** Frozen: stored by this version, with fields that later versions added still absent. */
  test('of version 1 open', () => {
    const stored = `{"format":"qbusiness-policies-drafts","version":1,"drafts":[{"id":"k3v9","name":"Help","savedAt":"${savedAt}","values":{"region":"us-east-1","accountId":"111122223333","applicationId":"a1b2c3d4-5678-90ab-cdef-example11111","accessMode":"web-experience","origins":[],"callers":{"lambda":{"functionName":""}}}}]}`;
    expect(readDrafts(stored)).toEqual({
      ok: true,
      drafts: [{ id: 'k3v9', name: 'Help', savedAt, values: exampleFormValues }],
      problems: [],
      cleaned: [],
    });
  });

  test('of version 0, a request file, are brought up to date', () => {
    const stored = `{
  "region": "us-east-1",
  "accountId": "111122223333",
  "applicationId": "a1b2c3d4-5678-90ab-cdef-example11111",
  "origins": ["https://www.example.com"]
}`;
    expect(readDrafts(stored)).toEqual({
      ok: true,
      drafts: [
        {
          id: '',
          name: '',
          savedAt: '',
          values: { ...exampleFormValues, origins: [{ value: 'https://www.example.com' }] },
        },
      ],
      problems: [],
      cleaned: [],
    });
  });

  test('with a value of no meaning keep the others and name it', () => {
    const text = printDrafts([{ id: 'a', name: 'x', savedAt, values: everyField }]);
    const broken = text.replace('"managed"', '"glued"');
    const read = readDrafts(broken);
    expect(read).toMatchObject({
      ok: true,
      drafts: [{ values: { ...everyField, attachment: 'inline' } }],
      problems: [{ path: 'attachment', message: 'One of: inline, managed' }],
    });
  });

  test.each([
    ['', 'no-json'],
    ['{"region"', 'no-json'],
    ['null', 'no-drafts'],
    ['[]', 'no-drafts'],
    ['"x"', 'no-drafts'],
    ['{}', 'no-drafts'],
    ['{"Version":"2012-10-17","Statement":[]}', 'no-drafts'],
    ['{"format":"qbusiness-policies-drafts","version":0,"drafts":[]}', 'no-drafts'],
    ['{"format":"qbusiness-policies-drafts","version":2,"drafts":[]}', 'newer'],
  ])('%s: %s', (text, reason) => {
    expect(readDrafts(text)).toEqual({ ok: false, reason });
  });

  test('what is no draft among others is named', () => {
    const text = `{"format":"qbusiness-policies-drafts","version":1,"drafts":[7,{"id":"a"}]}`;
    expect(readDrafts(text)).toEqual({
      ok: true,
      drafts: [],
      problems: [
        { path: 'drafts.0', message: 'This is no draft' },
        { path: 'drafts.1', message: 'This is no draft' },
      ],
      cleaned: [],
    });
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(typeof readDrafts(text).ok).toBe('boolean');
      }),
      { numRuns: runs(2_000, 20_000) },
    );
  });
});

test('what is longer than any file of drafts is refused unread, and never written', () => {
  const draft = { id: 'a', name: 'a', savedAt: '', values: emptyFormValues };
  const many = Array.from({ length: 1_001 }, () => draft);
  expect(readDrafts(`${' '.repeat(2_000_000)}{}`)).toEqual({ ok: false, reason: 'too-long' });
  expect(readDrafts(printDrafts(many))).toEqual({ ok: false, reason: 'too-long' });
  expect(mayBeRead(many, '')).toBe(false);
  expect(mayBeRead([draft], ' '.repeat(2_000_001))).toBe(false);
  expect(mayBeRead([draft], printDrafts([draft]))).toBe(true);
});
