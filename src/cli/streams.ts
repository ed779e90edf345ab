import { readSync, writeSync } from 'node:fs';

/** Enough for a file of 15,000 indented roles, and little enough for memory. */
export const MAX_INPUT_BYTES = 128 * 1024 * 1024;

const PIECE = 64 * 1024;

/** Whether a non-blocking pipe is not ready yet. */
const isBusy = (error: unknown): boolean => codeOf(error) === 'EAGAIN';

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/**
 * Writes the whole text to any kind of stream; a pipe may accept only a part at a time.
 *
 * @throws what the system says, such as EPIPE where the reader has gone.
 */
export function writeAll(descriptor: number, text: string): void {
  const bytes = new TextEncoder().encode(text);
  for (let offset = 0; offset < bytes.length;) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      if (!isBusy(error)) throw error;
      pause();
    }
  }
}

/**
 * Reads to the end, or one byte more than `MAX_INPUT_BYTES`.
 *
 * @throws what the system says, such as EISDIR.
 */
export function readAll(descriptor: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let length = 0; length <= MAX_INPUT_BYTES;) {
    const piece = new Uint8Array(PIECE);
    try {
      const count = readSync(descriptor, piece);
      if (count === 0) break;
      pieces.push(piece.subarray(0, count));
      length += count;
    } catch (error) {
      // On Windows, this is the end of a pipe.
      if (codeOf(error) === 'EOF') break;
      if (!isBusy(error)) throw error;
      pause();
    }
  }
  return Buffer.concat(pieces);
}
