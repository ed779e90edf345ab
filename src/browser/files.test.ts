// @vitest-environment node
import { expect, test } from 'vitest';
import { filesOf, readTextFile } from './files';

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
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  expect(await readTextFile(gone, 100)).toMatchObject({ ok: false, reason: 'unreadable' });
});

test('a drop of plain text carries no files', () => {
  expect(filesOf(null)).toEqual([]);
});
