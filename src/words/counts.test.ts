import { describe, expect, test } from 'vitest';
import { counted, countWord, cutList, firstOf, showNumber } from './counts';

describe('counts in texts', () => {
  test('large numbers have separators', () => {
    expect([0, 999, 1000, 1_234_567].map(showNumber)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  test('one thing is singular, and any other number is plural', () => {
    expect([0, 1, 2, 1001].map((count) => counted(count, 'row'))).toEqual([
      '0 rows',
      '1 row',
      '2 rows',
      '1,001 rows',
    ]);
    expect([1, 2].map((count) => counted(count, 'policy', 'policies'))).toEqual([
      '1 policy',
      '2 policies',
    ]);
  });

  test('numbers up to twelve are words in a sentence', () => {
    expect([0, 1, 5, 12, 13].map(countWord)).toEqual(['no', 'one', 'five', 'twelve', '13']);
  });

  test('a list is cut only where it is too long, and what is left is counted', () => {
    const all = Array.from({ length: 1203 }, (_, index) => index);
    expect(firstOf(all, 3)).toEqual({ shown: [0, 1, 2], more: '1,200 more' });
    expect(firstOf([1, 2, 3], 3)).toEqual({ shown: [1, 2, 3], more: undefined });
    expect(firstOf([], 3)).toEqual({ shown: [], more: undefined });
    expect(cutList(['a', 'b', 'c', 'd'], 2)).toEqual(['a', 'b', '2 more']);
    expect(cutList(['a', 'b'], 2)).toEqual(['a', 'b']);
  });
});
