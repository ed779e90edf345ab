import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDate, parseDate } from './date';

it('is written as it is read', () => {
  expect(formatDate(0)).toBe('1970-01-01T00:00:00Z');
  expect(formatDate(1_709_208_000_250)).toBe('2024-02-29T12:00:00.250Z');
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (time) => {
      expect(Math.round(parseDate(formatDate(time) ?? '') ?? 0)).toBe(time);
    }),
  );
  expect(formatDate(1e18)).toBeUndefined();
});
