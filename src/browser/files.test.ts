// @vitest-environment node
import { expect, test } from 'vitest';
import { filesOf, readTextFile as read } from './files';

/** As the byte order mark says. */
const encodingOf = ([first]: Uint8Array) =>
  first === 0xff ? 'utf-16le' : first === 0xfe ? 'utf-16be' : 'utf-8';
const readTextFile = (file: File, maxBytes: number) => read(file, maxBytes, encodingOf);

const file = (bytes: readonly number[]) => new File([new Uint8Array(bytes)], 'policy.json');

test('UTF-8 text is read, without its byte order mark', async () => {
  const bytes = [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('{"é":1}')];
  expect(await readTextFile(file(bytes), 100)).toEqual({
    ok: true,
    name: 'policy.json',
    text: '{"é":1}',
  });
});

test.each([
  ['little-endian, as Windows PowerShell writes it', [0xff, 0xfe, 0x7b, 0, 0x7d, 0]],
  ['big-endian', [0xfe, 0xff, 0, 0x7b, 0, 0x7d]],
])('UTF-16 %s is read', async (_, bytes) => {
  expect(await readTextFile(file(bytes), 100)).toMatchObject({ ok: true, text: '{}' });
});

test.each([
  ['bytes that are no text', [0x7b, 0xc3, 0x28], 'not-text'],
  ['a picture or an archive', [0x50, 0x4b, 0, 0], 'not-text'],
  ['a file over the limit', Array.from({ length: 101 }, () => 0x20), 'too-large'],
])('%s are refused by name', async (_, bytes, reason) => {
  expect(await readTextFile(file(bytes), 100)).toEqual({ ok: false, name: 'policy.json', reason });
});

test('a file that is gone, or a folder, is unreadable', async () => {
  const gone = file([0x7b]);
  gone.slice = () => {
    const slice = new Blob();
    slice.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    return slice;
  };
  expect(await readTextFile(gone, 100)).toMatchObject({ ok: false, reason: 'unreadable' });
});

test('a large file is read in slices, and no character is lost between two of them', async () => {
  // Three bytes each, so that slices end amid characters.
  const text = '€'.repeat(1_500_000);
  const large = new File([text], 'large.json');
  const sizes: number[] = [];
  const slice = large.slice.bind(large);
  large.slice = (...range) => {
    const part = slice(...range);
    sizes.push(part.size);
    return part;
  };
  expect(await readTextFile(large, 10_000_000)).toEqual({ ok: true, name: 'large.json', text });
  expect(sizes.length).toBeGreaterThan(2);
  expect(await readTextFile(new File([text, '\0'], 'x'), 10_000_000)).toMatchObject({ ok: false });
  const cut = new File([text, new Uint8Array([0xe2, 0x82])], 'cut.json');
  expect(await readTextFile(cut, 10_000_000)).toMatchObject({ reason: 'not-text' });
});

test('an empty file is an empty text', async () => {
  expect(await readTextFile(file([]), 100)).toMatchObject({ ok: true, text: '' });
});

test('a drop of plain text carries no files', () => {
  expect(filesOf(null)).toEqual([]);
});
