/** What each byte does to a checksum of zero. */
export const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The table after one more byte of zero: so four bytes are looked up at once. */
const tableAfter = (table: Uint32Array): Uint32Array =>
  table.map((crc) => (crc >>> 8) ^ (crcTable[crc & 255] ?? 0));

const secondTable = tableAfter(crcTable);
const thirdTable = tableAfter(secondTable);
const fourthTable = tableAfter(thirdTable);

/**
 * The checksum that zip archives hold for each file.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1952#section-8
 */
export function crc32(bytes: Uint8Array): number {
  const { length } = bytes;
  let crc = -1;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    crc ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    crc =
      (fourthTable[crc & 255] ?? 0) ^
      (thirdTable[(crc >>> 8) & 255] ?? 0) ^
      (secondTable[(crc >>> 16) & 255] ?? 0) ^
      (crcTable[crc >>> 24] ?? 0);
  }
  for (; at < length; at += 1) crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}
