import { expect, test } from 'vitest';
import { applyEdits } from './textEdit';

test('edits apply in the order of the text, insertions first', () => {
  expect(
    applyEdits('abc', [
      { start: 2, end: 3, text: 'C' },
      { start: 1, end: 2, text: '' },
      { start: 1, end: 1, text: '<' },
      { start: 1, end: 1, text: '>' },
      { start: 3, end: 3, text: '!' },
    ]),
  ).toBe('a<>C!');
});
