import { expect, test } from 'vitest';
import { describeProblems } from './describeProblems';

const message = 'There is no such value';

test('every problem has a line, with its place', () => {
  expect(describeProblems([])).toEqual([]);
  const problems = [
    { path: '', message: 'A JSON object is expected' },
    { path: 'regoin', message },
  ];
  expect(describeProblems(problems)).toEqual([
    'A JSON object is expected',
    'regoin: There is no such value',
  ]);
});

test('what is beyond the lines is counted, not hidden', () => {
  const problems = Array.from({ length: 2_150 }, (_, index) => ({ path: `a${index}`, message }));
  const lines = describeProblems(problems);
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('and 2,130 more');
  expect(describeProblems(problems.slice(0, 20)).at(-1)).toBe(`a19: ${message}`);
});

test('a place of any length and of any characters is a short text', () => {
  const [long, turned] = describeProblems([
    { path: 'a'.repeat(100_000), message },
    { path: 'a\u202Eb', message },
  ]);
  expect(long).toBe(`${'a'.repeat(80)}…: ${message}`);
  expect(turned).toBe(`a⟨U+202E⟩b: ${message}`);
});
