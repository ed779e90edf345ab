import { expect, test } from 'vitest';
import { crc32 } from './crc32';
import { Pieces } from './pieces';

test('what was appended stands in the pieces, in its order', () => {
  const pieces = new Pieces();
  const parts = [3, 700_000, 0, 700_001, 2_500_000, 5].map((length, part) =>
    Uint8Array.from({ length }, (_, index) => (part + index) % 251),
  );
  for (const part of parts) pieces.append(part);
  expect(Buffer.concat(pieces.finish()).equals(Buffer.concat(parts))).toBe(true);
});

test('nothing appended is nothing', () => {
  expect(Buffer.concat(new Pieces().finish())).toHaveLength(0);
});

test('the checksum is that of the zip format', () => {
  // The check value that the catalogue of CRC algorithms gives for CRC-32/ISO-HDLC.
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array(0))).toBe(0);
  expect(crc32(Uint8Array.of(0x61, 0x62, 0x63))).toBe(0x352441c2);
});
