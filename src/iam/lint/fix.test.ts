import { describe, expect, it } from 'vitest';
import { applyEdits, combineSafeFixes, valueAt, type Fix } from './fix';

const document = { a: [1, 2, 3], b: { c: 'x', d: 'y' } };

describe('edits', () => {
  it('are made at once, by the paths of the document as it was', () => {
    const edited = applyEdits(document, [
      { kind: 'remove', at: ['a', 0] },
      { kind: 'replace', at: ['a', 2], value: 'three' },
      { kind: 'insert', at: ['a', 1], value: 'one and a half' },
      { kind: 'rename', at: ['b', 'c'], key: 'e' },
      { kind: 'insert', at: ['Version'], value: 1 },
    ]);
    expect(edited).toEqual({
      Version: 1,
      a: ['one and a half', 2, 'three'],
      b: { e: 'x', d: 'y' },
    });
    expect(Object.keys(edited as object)[0]).toBe('Version');
    expect(document.a).toEqual([1, 2, 3]);
  });

  it('keep the place of a renamed member', () => {
    const edited = applyEdits(document, [{ kind: 'rename', at: ['a'], key: 'z' }]);
    expect(Object.keys(edited as object)).toEqual(['z', 'b']);
  });

  it.each([[['x', 'y']], [['a', 'b', 'c']], [['b', 0]], [[]]])(
    'that find nothing at %j leave the value as it is',
    (at) => expect(applyEdits(document, [{ kind: 'remove', at }])).toEqual(document),
  );

  it('replace the whole value at the empty path', () => {
    expect(applyEdits(document, [{ kind: 'replace', at: [], value: 1 }])).toBe(1);
  });
});

describe('fixes in one step', () => {
  const fix = (grants: Fix['grants'], ...at: (string | number)[]): Fix => ({
    title: 'Remove',
    grants,
    edits: [{ kind: 'remove', at }],
  });

  it('are only those that change no grant and do not touch each other', () => {
    const edits = combineSafeFixes([
      fix('same', 'a', 0),
      fix('less', 'a', 1),
      fix('same', 'a'),
      fix('same', 'a', 0, 'b'),
      fix('same', 'a', 2),
    ]);
    expect(edits.map(({ at }) => at)).toEqual([
      ['a', 0],
      ['a', 2],
    ]);
  });
});

describe('looking a path up', () => {
  it('gives what stands there, never what an object inherits', () => {
    expect(valueAt(document, ['b', 'd'])).toBe('y');
    expect(valueAt(document, ['a', 1])).toBe(2);
    expect(valueAt(document, ['b', 'toString'])).toBeUndefined();
    expect(valueAt(document, ['a', 'length'])).toBeUndefined();
  });
});
