import { expect, test } from 'vitest';
import { isTangled } from '@/browser/tangledText';
import { MAX_TEXT_LENGTH } from '@/qbusiness/textLimits';
import indexHtml from '../../index.html?raw';

test('before the guard is there, every value comes in, and no text that a browser would freeze on', () => {
  const [, limit] = /text\.length <= (\d+)/.exec(indexHtml) ?? [];
  expect(Number(limit)).toBeGreaterThanOrEqual(MAX_TEXT_LENGTH);
  const longest = `\u202E${'['.repeat(Number(limit) - 1)}`;
  expect(longest).toHaveLength(Number(limit));
  expect(isTangled(longest)).toBe(false);
});
