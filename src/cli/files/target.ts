import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../command';
import { reasonOf } from '../readFileArgument';

/** What exists at the path of a wanted file. */
export type Present =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file'; readonly contents: Uint8Array; readonly mode: number };

/**
 * Looks up a file below a folder without following symbolic links, which could point anywhere.
 *
 * @param path relative, with forward slashes
 * @throws UsageError where a link, a folder, or anything but a file is in the way, or the system refuses.
 */
export function lookAt(folder: string, path: string): Present {
  const parents: string[] = [];
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent))
    parents.unshift(parent);
  for (const parent of parents) {
    const place = join(folder, parent);
    const stats = statsOf(place);
    if (stats === undefined) return { kind: 'nothing' };
    if (stats.isSymbolicLink()) throw isLink(place);
    if (!stats.isDirectory()) throw new UsageError(`${place} is in the way: it is no folder`);
  }
  const place = join(folder, path);
  const stats = statsOf(place);
  if (stats === undefined) return { kind: 'nothing' };
  if (stats.isSymbolicLink()) throw isLink(place);
  if (!stats.isFile()) throw new UsageError(`${place} is in the way: it is no file`);
  return { kind: 'file', contents: asked(place, () => readFileSync(place)), mode: stats.mode };
}

const isLink = (place: string): UsageError =>
  new UsageError(`${place} is a symbolic link: nothing is written through links`);

/** The file status, without following a link; undefined if nothing exists. */
function statsOf(place: string): Stats | undefined {
  return asked(place, () => lstatSync(place, { throwIfNoEntry: false }));
}

function asked<T>(place: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    throw new UsageError(`${place} cannot be looked at: ${reasonOf(error)}`);
  }
}

export const isSame = (present: Present, wanted: Uint8Array): boolean =>
  present.kind === 'file' && Buffer.compare(present.contents, wanted) === 0;
