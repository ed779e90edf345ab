import { deflateSync, strToU8, Zip, type ZipInputFile } from 'fflate';
import type { Artifact } from '../exporters/artifact';
import { zipAttributes } from '../exporters/archive';
import { batchFiles } from './batchFiles';
import { crc32 } from './crc32';
import type { JudgedBatch } from './judgeRows';
import { Pieces } from './pieces';
import type { Deflated } from './stampedDeflate';
import { StampedArtifact } from './stampedFile';

/** The text of many roles repeats itself so much that a longer search finds little more. */
const LEVEL = 3;

/** The compression method of DEFLATE in the zip format. */
const DEFLATE = 8;

/** The most files that an archive without Zip64 can hold. */
const MAX_FILES = 65_535;

/**
 * The files of a batch as a zip archive, in pieces that follow each other. It is made file by file, so
 * that never more than one role's files are held as text. Same rows, same bytes.
 *
 * @throws RangeError for more files than an archive can hold.
 */
export function* batchArchive(
  batch: JudgedBatch,
): Generator<void, readonly Uint8Array<ArrayBuffer>[]> {
  const pieces = new Pieces();
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pieces.append(chunk);
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
      const { bytes, crc, size } = deflated(artifact);
      const entry: ZipInputFile = {
        filename: artifact.path,
        compression: DEFLATE,
        crc,
        size,
        ...zipAttributes(artifact),
      };
      zip.add(entry);
      entry.ondata?.(null, bytes, true);
    }
    yield;
  }
  zip.end();
  return pieces.finish();
}

function deflated(artifact: Artifact): Deflated {
  if (artifact instanceof StampedArtifact) return artifact.deflated();
  const bytes = strToU8(artifact.contents);
  return { bytes: deflateSync(bytes, { level: LEVEL }), crc: crc32(bytes), size: bytes.length };
}
