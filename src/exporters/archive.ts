import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Artifact } from './artifact';

/** The earliest time of the zip format, which has local times: the bytes do not depend on the time zone. */
const EPOCH = '1980-01-01T00:00:00';

/** The code for Unix in the zip format, so that file modes are read from the external attributes. */
const UNIX = 3;
const regularFile = (permissions: number) => ((0o100000 | permissions) << 16) >>> 0;

/**
 * The artifacts as a zip archive: sorted by path, with a fixed time, so that equal artifacts give
 * equal bytes.
 */
export function archive(artifacts: readonly Artifact[]): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const artifact of sortedByPath(artifacts)) {
    files[artifact.path] = [strToU8(artifact.contents), zipAttributes(artifact)];
  }
  return zipSync(files, { level: 6 });
}

/** A fixed time and the permissions of a file in an archive. */
export const zipAttributes = ({ executable }: Artifact) => ({
  mtime: EPOCH,
  os: UNIX,
  attrs: regularFile(executable ? 0o755 : 0o644),
});

/** Sorted by path, in the order of UTF-16 code units, which does not depend on the locale. */
export const sortedByPath = (artifacts: readonly Artifact[]): readonly Artifact[] =>
  [...artifacts].sort((left, right) => (left.path < right.path ? -1 : 1));
