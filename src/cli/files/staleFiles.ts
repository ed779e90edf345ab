import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { FOLDER } from '../../exporters/policyDocuments';
import { UsageError } from '../command';
import { lookAt } from './target';

/** A file of an earlier run that this one does not write. */
export interface StaleFile {
  readonly path: string;
  /** Whether it is unchanged since the earlier run. */
  readonly isOurs: boolean;
}

/**
 * Files that the README.md of an earlier run lists with their SHA-256, that are still there, and
 * that belong to no file of this run.
 */
export function staleFiles(folder: string, wanted: ReadonlySet<string>): readonly StaleFile[] {
  const readme = lookAt(folder, `${FOLDER}/README.md`);
  if (readme.kind === 'nothing') return [];
  const listed = new TextDecoder().decode(readme.contents).matchAll(/^([0-9a-f]{64}) {2}(\S.*)$/gm);
  return [...listed].flatMap(([, sha256 = '', path = '']) => {
    if (wanted.has(path) || !isBelow(path)) return [];
    const present = look(folder, path);
    if (present === undefined) return [];
    const isOurs = createHash('sha256').update(present).digest('hex') === sha256;
    return [{ path, isOurs }];
  });
}

/** Whether a listed path is below the folder; the list may have been edited. */
const isBelow = (path: string): boolean =>
  path.startsWith(`${FOLDER}/`) && posix.normalize(path) === path && !/[\\\p{Cc}]/u.test(path);

/** The contents of the file; undefined for a link or folder, which the program did not write. */
function look(folder: string, path: string): Uint8Array | undefined {
  try {
    const present = lookAt(folder, path);
    return present.kind === 'file' ? present.contents : undefined;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
