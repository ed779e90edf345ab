import { expect, test } from 'vitest';
import { describeCleaned } from './describeProblems';
import { decodeShareLink } from './shareLink';

test('what a link hides is taken out and said, row by row', () => {
  const read = decodeShareLink(
    'v1&accountId=%E2%80%AE444455556666&tags.0.key=a&tags.0.value=b&tags.1.key=te%E2%80%8Bam&tags.1.value=x',
  );
  expect(read?.values.accountId).toBe('444455556666');
  expect(describeCleaned(read?.cleaned ?? [])).toEqual([
    'Account ID: invisible characters',
    'Key 2: invisible characters',
  ]);
});

test('beyond twenty lines the rest is counted', () => {
  const cleaned = Array.from({ length: 1_102 }, (_, index) => ({
    path: `origins.${index}.value`,
    label: 'Allowed origin',
    removed: ['spaces'] as const,
  }));
  expect(describeCleaned(cleaned)).toHaveLength(21);
  expect(describeCleaned(cleaned).at(-1)).toBe('and 1,082 more');
});
