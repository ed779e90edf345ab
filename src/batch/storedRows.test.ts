import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import { emptyFormValues } from '../qbusiness/form/formValues';
import { exampleRows } from './batch.testing';
import { decodeBatchLink, encodeBatchLink } from './batchLink';
import { batchColumns, emptyRow, type BatchRow } from './batchRow';
import { readBatch } from './readRows';
import { readStoredRows, storableRows } from './storedRows';

const contents = (rows: readonly BatchRow[]) => rows.map(({ id: _, ...row }) => row);
const kept = (rows: readonly BatchRow[]): unknown =>
  JSON.parse(JSON.stringify(storableRows(rows))) as unknown;

const rich: BatchRow = {
  id: 'a',
  name: 'Help desk',
  identityType: 'ANONYMOUS',
  texts: Object.fromEntries(batchColumns.map((column) => [column, `=${column}, "x"`])),
  others: {
    tags: [{ key: 'team', value: 'a b' }],
    origins: [{ value: 'https://www.example.com' }],
    includeWebExperience: true,
  },
};

describe('rows that are kept', () => {
  test('hold every column and every other value, in storage and in a link', () => {
    expect(readStoredRows(kept([rich]))).toEqual({
      rows: contents([rich]),
      problems: [],
      cleaned: [],
    });
    const link = decodeBatchLink(encodeBatchLink(emptyFormValues, [rich]));
    expect(link).toEqual({
      values: emptyFormValues,
      rows: contents([rich]),
      problems: [],
      cleaned: [],
    });
  });

  test('are those of a file, but for their lines', () => {
    const { rows } = readBatch(
      `name,region,account,application\nHelp,us-east-1,222233334444,${'7'.repeat(36)}`,
    );
    expect(readStoredRows(kept(rows)).rows).toEqual([
      {
        name: 'Help',
        identityType: '',
        others: {},
        texts: { region: 'us-east-1', accountId: '222233334444', applicationId: '7'.repeat(36) },
      },
    ]);
  });

  test('have no cell of which nothing can be seen', () => {
    const json = [{ ...contents([emptyRow('a')])[0], region: '\u200B', accountId: '' }];
    expect(readStoredRows(json).rows).toMatchObject([{ texts: {} }]);
    expect(readStoredRows(json).rows[0]?.texts).toEqual({});
  });

  test('come back whatever their texts say', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.dictionary(fc.constantFrom(...batchColumns), text), (name, texts) => {
        const [once] = readStoredRows(kept([{ ...emptyRow('a'), name, texts }])).rows;
        expect(once).toBeDefined();
        const row = { ...emptyRow('a'), ...once };
        expect(readStoredRows(kept([row])).rows).toEqual(contents([row]));
        expect(decodeBatchLink(encodeBatchLink(emptyFormValues, [row]))?.rows).toEqual(
          // A row of which nothing is left makes no part of a link.
          Object.keys(storableRows([row])[0] ?? {}).length === 0 ? [] : contents([row]),
        );
      }),
      { numRuns: runs(300, 5_000) },
    );
  });

  test.each([
    ['rows', 'x', 'rows', 'A list is expected'],
    ['no objects', [7], 'rows.0', 'An object is expected'],
    ['a text that is none', [{ region: ['us-east-1'] }], 'rows.0.region', 'A text is expected'],
    ['a long text', [{ name: 'x'.repeat(4_097) }], 'rows.0.name', 'At most 4,096 characters'],
    ['a strange name', [{ surprise: 'x' }], 'rows.0.surprise', 'There is no such value'],
    [
      'a key of every object',
      [{ constructor: 'x' }],
      'rows.0.constructor',
      'There is no such value',
    ],
    ['tags that are none', [{ tags: 'x' }], 'rows.0.tags', 'A list is expected'],
    [
      'too many rows',
      Array.from({ length: 10_001 }, () => ({})),
      'rows',
      'The table has 10,001 rows; at most 10,000 are read',
    ],
  ])('name what cannot be read: %s', (_, json, path, message) => {
    expect(readStoredRows(json)).toMatchObject({ problems: [{ path, message }] });
  });

  test('are cleaned of what nobody sees, and it is said', () => {
    const read = readStoredRows([{ region: 'us-\u202Eeast-1', name: '\u0000x' }]);
    expect(read.rows).toEqual([
      { name: 'x', identityType: '', others: {}, texts: { region: 'us-east-1' } },
    ]);
    expect(read.cleaned.map(({ label }) => label)).toEqual(['Row 1, Region', 'Row 1, Name']);
  });
});

describe('a link with rows', () => {
  test('is readable, and without identifiers holds no rows', () => {
    const rows = exampleRows(1, 1);
    expect(encodeBatchLink(emptyFormValues, rows)).toBe(
      'v1&rows.0.region=us-east-1&rows.0.accountId=222233330000&rows.0.applicationId=70000000-1b64-4e0a-9d38-000000000000',
    );
    expect(encodeBatchLink(emptyFormValues, rows, { withoutIds: true })).toBe('v1');
  });

  /** Frozen: opens as it did on the day it was added. */
  test('opens', () => {
    const link =
      '#v1&region=us-east-1&roleName=x&rows.0.name=Help%20desk&rows.0.accountId=222233334444&rows.0.applicationId=7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17&rows.0.tags.0.key=team&rows.0.tags.0.value=a&rows.1.applicationId=*&rows.1.identityType=AWS_IAM_IDC';
    expect(decodeBatchLink(link)).toEqual({
      values: { ...emptyFormValues, region: 'us-east-1', roleName: 'x' },
      rows: [
        {
          name: 'Help desk',
          texts: {
            accountId: '222233334444',
            applicationId: '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17',
          },
          others: { tags: [{ key: 'team', value: 'a' }] },
          identityType: '',
        },
        { name: '', texts: { applicationId: '*' }, others: {}, identityType: 'AWS_IAM_IDC' },
      ],
      problems: [],
      cleaned: [],
    });
  });

  test.each([
    ['v1&rows=x', 'rows', 'A list is expected'],
    ['v1&rows.1.region=x', 'rows', 'A list is expected'],
    ['v1&rows.0=x', 'rows.0', 'An object is expected'],
    ['v1&rows.0.__proto__.polluted=x', 'rows.0.__proto__', 'There is no such value'],
    ['v1&rows.__proto__.region=x', 'rows', 'A list is expected'],
    ['v1&rows.0.tags.7.key=x', 'rows.0.tags', 'A list is expected'],
  ])('%s: names what it cannot read and pollutes nothing', (link, path, message) => {
    expect(decodeBatchLink(link)).toMatchObject({
      values: emptyFormValues,
      problems: [{ path, message }],
    });
    expect('polluted' in {}).toBe(false);
  });

  test('no fragment makes it throw', () => {
    const piece = fc.constantFrom('v1', '&', '=', '.', '%', 'rows', '0', '1', 'tags', '__proto__');
    fc.assert(
      fc.property(fc.array(piece), (all) => {
        expect(decodeBatchLink(`v1&rows.0.${all.join('')}`)).toBeDefined();
      }),
      { numRuns: runs(500, 10_000) },
    );
  });
});
