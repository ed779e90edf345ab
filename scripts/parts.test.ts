import { expect, test } from 'vitest';
import { chosenParts, sideBySide } from './parts.mjs';

test('only parts that follow each other and leave a processor idle run side by side', () => {
  const parts = [
    { id: 'a', isModest: true },
    { id: 'b', isModest: true },
    { id: 'c' },
    { id: 'd', isModest: true },
    { id: 'e' },
    { id: 'f' },
  ];
  expect(sideBySide(parts).map((group) => group.map(({ id }) => id).join(' '))).toEqual([
    'a b',
    'c',
    'd',
    'e',
    'f',
  ]);
});

test.each([
  { named: [] },
  { named: ['sizes'] },
  { named: ['types', 'engines', 'sizes'] },
  { named: ['tools'] },
])('no part runs beside the one that it needs, nor beside a browser: $named', ({ named }) => {
  for (const group of sideBySide(chosenParts(named))) {
    const ids = group.map(({ id }) => id);
    expect(group.filter(({ needs }) => needs !== undefined && ids.includes(needs))).toEqual([]);
    expect(group.length > 1 && group.some(({ needsBrowser }) => needsBrowser)).toBe(false);
  }
});
