import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import { printJson, printJsonWithRanges } from './json';
import { jsonPointer, type JsonPath } from './jsonRanges';

const valueAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[String(step)], value);

const values = fc.jsonValue({ stringUnit: 'binary' });

describe('printed JSON', () => {
  test('is ASCII, ends with a line feed and parses to the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = printJson(value);
        expect(text).toMatch(/^[\n -~]+\n$/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });

  test('is laid out as JSON.stringify does with two spaces', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme-ascii' }), (value) => {
        expect(printJson(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });

  test('escapes what is not ASCII', () => {
    expect(printJson(['é\u2028😀\u007f\ud800'])).toBe(
      String.raw`[
  "\u00e9\u2028\ud83d\ude00\u007f\ud800"
]
`,
    );
  });

  test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, () => 0, Symbol('x'), 1n])(
    'refuses %s',
    (value) => {
      expect(() => printJson({ value })).toThrow(TypeError);
    },
  );
});

describe('ranges of printed JSON', () => {
  test('hold the text of every key and value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const { text, ranges } = printJsonWithRanges(value);
        const parsed: unknown = JSON.parse(text);
        for (const [path, range] of ranges.entries()) {
          expect(JSON.parse(text.slice(range.value.start, range.value.end))).toEqual(
            valueAt(parsed, path),
          );
          const key = range.key && text.slice(range.key.start, range.key.end);
          const name = path.at(-1);
          expect(key && JSON.parse(key)).toBe(typeof name === 'string' ? name : undefined);
          expect(ranges.get(jsonPointer(path))).toBe(range);
        }
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });

  test('are found by pointer and by path', () => {
    const { text, ranges } = printJsonWithRanges({ Statement: [{ 'aws:x/y~z': 'v' }] });
    const range = ranges.get('/Statement/0/aws:x~1y~0z');
    expect(range).toBe(ranges.at(['Statement', 0, 'aws:x/y~z']));
    expect(text.slice(range?.value.start, range?.value.end)).toBe('"v"');
    expect(text.slice(range?.key?.start, range?.key?.end)).toBe('"aws:x/y~z"');
    expect(ranges.get('')?.value).toEqual({ start: 0, end: text.length - 1 });
    expect(ranges.get('/Statement/1')).toBeUndefined();
    expect(ranges.get('Statement')).toBeUndefined();
  });
});
