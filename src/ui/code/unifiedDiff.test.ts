import { expect, it } from 'vitest';
import { unifiedDiff } from './unifiedDiff';

const shown = (original: string, modified: string) =>
  unifiedDiff(original, modified).map(({ sign, text }) => sign + text);

it('a change shows with three lines around it', () => {
  expect(shown('1\n2\n3\n4\n5\n6\n7\n8\n9', '1\n2\n3\n4\nfive\n6\n7\n8\n9')).toEqual([
    '@Line 2',
    ' 2',
    ' 3',
    ' 4',
    '-5',
    '+five',
    ' 6',
    ' 7',
    ' 8',
  ]);
});

it('lines between two near changes show once', () => {
  expect(shown('a\nb\nc\nd', 'x\nb\nc\ny')).toEqual([
    '@Line 1',
    '-a',
    '+x',
    ' b',
    ' c',
    '-d',
    '+y',
  ]);
});

it('equal texts show nothing', () => {
  expect(shown('a\nb', 'a\nb')).toEqual([]);
});
