import { readStored, writeStored, type StorageFailure } from '@/browser/draftStorage';
import { randomId } from '@/browser/tabIdentity';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import {
  MAX_DRAFT_NAME,
  mayBeRead,
  printDrafts,
  readDrafts,
  type StoredDraft,
} from '@/qbusiness/form/storedDrafts';
import { namedDraftsKey } from './storageKeys';

/** `newer`: a later version of this page wrote them. `unreadable`: somebody else did. */
export type DraftsFailure = StorageFailure | 'newer' | 'unreadable';

export type DraftsResult =
  | { readonly ok: true; readonly drafts: readonly StoredDraft[] }
  | { readonly ok: false; readonly failure: DraftsFailure };

/** The drafts with names, the newest first. */
export function readNamedDrafts(): DraftsResult {
  const stored = readStored(namedDraftsKey);
  if (!stored.ok) return stored;
  if (stored.value === null) return { ok: true, drafts: [] };
  const read = readDrafts(stored.value);
  if (read.ok) return { ok: true, drafts: read.drafts };
  return { ok: false, failure: read.reason === 'newer' ? 'newer' : 'unreadable' };
}

/**
 * Changes what is stored at this moment, whatever this tab read before: so no tab takes away what
 * another one added. Nothing is written over drafts that cannot be read.
 */
export function changeNamedDrafts(
  change: (drafts: readonly StoredDraft[]) => readonly StoredDraft[],
): DraftsResult {
  const before = readNamedDrafts();
  if (!before.ok) return before;
  const drafts = change(before.drafts).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
  const text = printDrafts(drafts);
  if (!mayBeRead(drafts, text)) return { ok: false, failure: 'quota' };
  const written = writeStored(namedDraftsKey, text);
  return written.ok ? { ok: true, drafts } : written;
}

const isoNow = () => new Date().toISOString();

export const newDraft = (name: string, values: RoleFormValues): StoredDraft => ({
  id: randomId(),
  name: name.trim().slice(0, MAX_DRAFT_NAME),
  savedAt: isoNow(),
  values,
});

export const added = (draft: StoredDraft) => (drafts: readonly StoredDraft[]) => [
  draft,
  ...drafts.filter(({ id }) => id !== draft.id),
];

export const removed = (id: string) => (drafts: readonly StoredDraft[]) =>
  drafts.filter((draft) => draft.id !== id);

export const renamed = (id: string, name: string) => (drafts: readonly StoredDraft[]) =>
  drafts.map((draft) =>
    draft.id === id ? { ...draft, name: name.trim().slice(0, MAX_DRAFT_NAME) } : draft,
  );

/** The drafts of a file beside those that are there; each gets an id of its own. */
export const imported = (file: readonly StoredDraft[], fallbackName: string) =>
  file.map(({ name, savedAt, values }): StoredDraft => ({
    ...newDraft(name === '' ? fallbackName : name, values),
    savedAt: savedAt === '' ? isoNow() : savedAt,
  }));
