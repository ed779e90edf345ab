/** As `TextDecoder` calls it. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The encoding of a file, from its bytes. Windows PowerShell 5.1 writes UTF-16, and some programs leave
 * out the byte order mark; a policy in UTF-16 is recognised by every other byte being 0.
 */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 200);
  const zeros = (first: 0 | 1) =>
    start.filter((byte, i) => i % 2 === first && byte === 0).length * 4 > start.length;
  if (start.length < 4) return 'utf-8';
  if (zeros(1) && !zeros(0)) return 'utf-16le';
  return zeros(0) && !zeros(1) ? 'utf-16be' : 'utf-8';
}
