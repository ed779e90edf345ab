import { readStored, writeStored, type StorageFailure } from '@/browser/draftStorage';
import { readStoredRows, storableRows, type RowContent } from '@/batch/storedRows';
import { randomId } from '@/browser/tabIdentity';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import {
  cleanName,
  mayBeRead,
  printDrafts,
  readDrafts,
  type StoredDraft,
  type StoredDrafts,
} from '@/qbusiness/form/storedDrafts';
import { counted } from '@/words/counts';
import { namedDraftsKey } from './storageKeys';

/** `newer`: written by a later version of this page. `unreadable`: not written by this page. */
export type DraftsFailure = StorageFailure | 'newer' | 'unreadable';

/** A form that is kept under a name, with the applications of its table if it had any. */
export interface NamedDraft extends StoredDraft {
  readonly rows?: readonly RowContent[];
}

export type DraftFile =
  | (Extract<StoredDrafts, { ok: true }> & { readonly drafts: readonly NamedDraft[] })
  | Extract<StoredDrafts, { ok: false }>;

/** Reads a file of {@link printDraftFile} of this or an earlier version. Never throws. */
export function readDraftFile(text: string): DraftFile {
  const read = readDrafts(text);
  if (!read.ok) return read;
  const problems = [...read.problems];
  const cleaned = [...read.cleaned];
  const drafts = read.drafts.map(({ rows: json, ...draft }): NamedDraft => {
    if (json === undefined) return draft;
    const stored = readStoredRows(json);
    problems.push(...stored.problems);
    cleaned.push(...stored.cleaned);
    return { ...draft, ...(stored.rows.length > 0 && { rows: stored.rows }) };
  });
  return { ok: true, drafts, problems, cleaned };
}

export const printDraftFile = (drafts: readonly NamedDraft[]): string =>
  printDrafts(
    drafts.map(({ rows, ...draft }) => ({ ...draft, ...(rows && { rows: storableRows(rows) }) })),
  );

export type DraftsResult =
  | { readonly ok: true; readonly drafts: readonly NamedDraft[] }
  | { readonly ok: false; readonly failure: DraftsFailure };

/** The drafts with names, the newest first. */
export function readNamedDrafts(): DraftsResult {
  const stored = readStored(namedDraftsKey);
  if (!stored.ok) return stored;
  if (stored.value === null) return { ok: true, drafts: [] };
  const read = readDraftFile(stored.value);
  if (read.ok) return { ok: true, drafts: read.drafts };
  return { ok: false, failure: read.reason === 'newer' ? 'newer' : 'unreadable' };
}

/**
 * Changes the drafts as they are stored at this moment, so that drafts which another tab has added are
 * kept. Drafts that cannot be read are not overwritten.
 */
export function changeNamedDrafts(
  change: (drafts: readonly NamedDraft[]) => readonly NamedDraft[],
): DraftsResult {
  const before = readNamedDrafts();
  if (!before.ok) return before;
  const drafts = change(before.drafts).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
  const text = printDraftFile(drafts);
  if (!mayBeRead(drafts, text)) return { ok: false, failure: 'quota' };
  const written = writeStored(namedDraftsKey, text);
  return written.ok ? { ok: true, drafts } : written;
}

const isoNow = () => new Date().toISOString();

/** @param rows of the table; none where it is empty */
export const newDraft = (
  name: string,
  values: RoleFormValues,
  rows: readonly RowContent[] = [],
): NamedDraft => ({
  id: randomId(),
  name: cleanName(name),
  savedAt: isoNow(),
  values,
  ...(rows.length > 0 && { rows }),
});

export const added = (draft: NamedDraft) => (drafts: readonly NamedDraft[]) => [
  draft,
  ...drafts.filter(({ id }) => id !== draft.id),
];

export const removed = (id: string) => (drafts: readonly NamedDraft[]) =>
  drafts.filter((draft) => draft.id !== id);

export const renamed = (id: string, name: string) => (drafts: readonly NamedDraft[]) =>
  drafts.map((draft) => (draft.id === id ? { ...draft, name: cleanName(name) } : draft));

/** The drafts of a file, with new ids. */
export const imported = (file: readonly NamedDraft[], fallbackName: string) =>
  file.map(({ name, savedAt, values, rows }): NamedDraft => ({
    ...newDraft(name === '' ? fallbackName : name, values, rows),
    savedAt: savedAt === '' ? isoNow() : savedAt,
  }));

/** `12 applications`; empty for none. */
export const countRows = (rows: readonly unknown[] = []): string =>
  rows.length === 0 ? '' : counted(rows.length, 'application');
