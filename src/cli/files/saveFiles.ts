import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../command';
import { reasonOf } from '../readFileArgument';
import { codeOf } from '../streams';
import { counted } from '../../words/counts';
import { isSame, lookAt, type Present } from './target';

/** A file to be written below a folder. */
export interface WantedFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly contents: Uint8Array;
  readonly executable?: boolean;
}

export type FileOutcome = 'created' | 'replaced' | 'unchanged';

interface Place {
  readonly file: WantedFile;
  readonly present: Present;
  readonly outcome: FileOutcome;
}

/**
 * Writes files below a folder, all or none: everything is written beside first, and then put in its
 * place, from where it is taken back if a later file fails. What is there and differs is replaced
 * only if that was asked for; no symbolic link is followed. Folders above the files are created with
 * the umask; an executable file may be run by whoever may read it.
 *
 * @param remove files to be removed with the same care
 * @throws UsageError where anything is in the way or the system refuses; nothing has changed then.
 */
export function saveFiles(
  folder: string,
  files: readonly WantedFile[],
  { force, remove = [] }: { readonly force: boolean; readonly remove?: readonly string[] },
): readonly FileOutcome[] {
  const places = files.map((file) => placeOf(folder, file));
  const differing = places.filter(({ outcome }) => outcome === 'replaced');
  const [first] = differing;
  if (first && !force) {
    const more = differing.length - 1;
    throw new UsageError(
      `${join(folder, first.file.path)} exists and differs${more === 0 ? '' : `, and so ${more === 1 ? 'does' : 'do'} ${counted(more, 'other file')}`}. To replace what is there, add --force`,
    );
  }
  const todo = places.filter(
    ({ file, present, outcome }) => outcome !== 'unchanged' || !hasMode(file, present),
  );
  if (todo.length > 0 || remove.length > 0) {
    try {
      withSignalsHeld(() => replaceAtOnce(folder, todo, remove));
    } catch (error) {
      throw new UsageError(`${folder} was left as it was: ${placeIn(error)}${reasonOf(error)}`);
    }
  }
  return places.map(({ outcome }) => outcome);
}

const placeIn = (error: unknown): string =>
  error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? `${error.path} cannot be written: `
    : '';

function placeOf(folder: string, file: WantedFile): Place {
  const present = lookAt(folder, file.path);
  if (present.kind === 'nothing') return { file, present, outcome: 'created' };
  return { file, present, outcome: isSame(present, file.contents) ? 'unchanged' : 'replaced' };
}

const hasMode = ({ executable = false }: WantedFile, present: Present): boolean =>
  process.platform === 'win32' ||
  (present.kind === 'file' && ((present.mode & 0o100) !== 0) === executable);

/** Puts the files in place, and reverts all changes if one fails. */
function replaceAtOnce(folder: string, places: readonly Place[], remove: readonly string[]): void {
  const undo: (() => void)[] = [];
  const makeFolder = (path: string) => {
    for (const folderAbove of missingFolders(path)) {
      mkdirSync(folderAbove);
      undo.push(() => rmSync(folderAbove, { recursive: true }));
    }
  };
  let beside: string | undefined;
  try {
    makeFolder(folder);
    beside = mkdtempSync(join(folder, '.policies-'));
    const fresh = join(beside, 'new');
    const old = join(beside, 'old');
    for (const { file } of places) {
      const place = join(fresh, file.path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, file.contents, { mode: file.executable ? 0o755 : 0o644, flag: 'wx' });
    }
    const setAside = (path: string) => {
      const place = join(folder, path);
      const aside = join(old, path);
      mkdirSync(dirname(aside), { recursive: true });
      renameSync(place, aside);
      undo.push(() => renameSync(aside, place));
    };
    for (const { file, present } of places) {
      const place = join(folder, file.path);
      makeFolder(dirname(place));
      if (present.kind === 'file') setAside(file.path);
      renameSync(join(fresh, file.path), place);
      undo.push(() => rmSync(place));
    }
    for (const path of remove) setAside(path);
  } catch (error) {
    for (const step of undo.toReversed()) step();
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true });
    throw error;
  }
  rmSync(beside, { recursive: true, force: true });
  for (const path of remove) removeEmptyFolders(folder, dirname(path));
}

/**
 * The folders that are not there yet, the outermost first. Node's recursive `mkdir` never ends where a
 * folder takes no other one in, such as /proc.
 */
function missingFolders(path: string): readonly string[] {
  const missing: string[] = [];
  for (let place = path; !existsSync(place) && dirname(place) !== place; place = dirname(place)) {
    missing.unshift(place);
  }
  return missing;
}

function removeEmptyFolders(folder: string, path: string): void {
  for (let place = path; place !== '.'; place = dirname(place)) {
    try {
      rmdirSync(join(folder, place));
    } catch (error) {
      if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return;
      throw error;
    }
  }
}

/** Delays signals such as Ctrl+C until all files are in place or restored. */
function withSignalsHeld(work: () => void): void {
  const wait = () => {};
  for (const signal of signals) process.on(signal, wait);
  try {
    work();
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
