import { strToU8, Zip, ZipDeflate, type ZipInputFile } from 'fflate';
import type { Artifact } from '../exporters/artifact';
import { zipAttributes } from '../exporters/archive';
import { batchFiles } from './batchFiles';
import type { JudgedBatch } from './judgeRows';
import { StampedArtifact } from './stampedFile';

/** The text of many roles repeats itself so much that a longer search finds little more. */
const LEVEL = 3;

/** Its number in zip archives. */
const DEFLATE = 8;

/** Files that an archive without Zip64 can name. */
const MAX_FILES = 65_535;

/**
 * The files of a batch as a zip archive, file by file, so that never more than one role's files are
 * held as text. Same rows, same bytes.
 *
 * @throws RangeError for more files than an archive can name.
 */
export function* batchArchive(batch: JudgedBatch): Generator<void, Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  let count = 0;
  for (const files of batchFiles(batch)) {
    for (const artifact of files) {
      count += 1;
      if (count > MAX_FILES) {
        throw new RangeError(
          `An archive holds ${MAX_FILES} files, and these rows make more. Select fewer rows`,
        );
      }
      add(zip, artifact);
    }
    yield;
  }
  zip.end();
  return joined(chunks);
}

function add(zip: Zip, artifact: Artifact): void {
  const attributes = zipAttributes(artifact);
  if (artifact instanceof StampedArtifact) {
    const { bytes, crc, size } = artifact.deflated();
    const entry: ZipInputFile = {
      filename: artifact.path,
      compression: DEFLATE,
      crc,
      size,
      ...attributes,
    };
    zip.add(entry);
    entry.ondata?.(null, bytes, true);
    return;
  }
  const entry = Object.assign(new ZipDeflate(artifact.path, { level: LEVEL }), attributes);
  zip.add(entry);
  entry.push(strToU8(artifact.contents), true);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
