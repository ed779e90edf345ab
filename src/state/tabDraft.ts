import {
  readStored,
  removeStored,
  storedKeys,
  writeStored,
  type StorageFailure,
} from '@/browser/draftStorage';
import { renameTab, tabIdentity } from '@/browser/tabIdentity';
import { exampleOfEveryKind } from '@/qbusiness/examples';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { readRequestJson } from '@/qbusiness/form/requestJson';
import { printDrafts, readDrafts, type StoredDraft } from '@/qbusiness/form/storedDrafts';
import { changedPaths } from './history';
import { tabPrefix } from './storageKeys';

/** Maximum number of stored forms of closed tabs. */
const MAX_TABS = 12;

/** The text that this tab last read or wrote under its key; undefined before either. */
let lastText: string | null | undefined;

interface TabDraft {
  readonly draft: StoredDraft;
  /** How many values could not be read and are at their defaults. */
  readonly losses: number;
}

/** The stored form of a tab. */
function readTab(key: string): TabDraft | undefined {
  const stored = readStored(key);
  if (!stored.ok || stored.value === null) return undefined;
  const read = readDrafts(stored.value);
  const draft = read.ok ? read.drafts[0] : undefined;
  return read.ok && draft ? { draft, losses: read.problems.length } : undefined;
}

export interface RestoredDraft extends TabDraft {
  /** Whether it was typed in another tab, or before this one was opened. */
  readonly isCopy: boolean;
}

/**
 * The form of this tab before the reload; in a new tab, a copy of the latest form of any tab. Examples
 * and empty forms are not copied.
 */
export function restoreTabDraft(): RestoredDraft | undefined {
  const { id, isNew } = tabIdentity();
  const key = tabPrefix + id;
  if (!isNew) {
    const stored = readStored(key);
    lastText = stored.ok ? stored.value : undefined;
    const own = readTab(key);
    if (own) return { ...own, isCopy: false };
    // Keep a text that this version cannot read for the version that can.
    if (typeof lastText === 'string') renameTab();
    return undefined;
  }
  const [newest] = otherTabs();
  return newest && isWork(newest.draft.values) ? { ...newest, isCopy: true } : undefined;
}

const isWork = (values: RoleFormValues): boolean =>
  [emptyFormValues, ...exampleOfEveryKind].every((form) => changedPaths(form, values).length > 0);

/** The stored forms of other tabs, closed ones and cleared forms included, the newest first. */
export const earlierForms = (): readonly StoredDraft[] => otherTabs().map(({ draft }) => draft);

function otherTabs(): readonly TabDraft[] {
  const own = tabPrefix + tabIdentity().id;
  const keys = storedKeys(tabPrefix);
  if (!keys.ok) return [];
  return keys.value
    .filter((key) => key !== own)
    .flatMap((key) => readTab(key) ?? [])
    .sort((a, b) => b.draft.savedAt.localeCompare(a.draft.savedAt));
}

/** Stores the values under this tab’s key. If another tab has written there since, takes a new key. */
export function saveTabDraft(values: RoleFormValues, savedAt: string): StorageFailure | undefined {
  let { id } = tabIdentity();
  const stored = readStored(tabPrefix + id);
  const isForeign = stored.ok && stored.value !== null && stored.value !== lastText;
  if (isForeign) id = renameTab();
  const text = printDrafts([{ id, name: '', savedAt, values }]);
  const written = writeStored(tabPrefix + id, text);
  if (!written.ok) return written.failure;
  lastText = text;
  forgetOldest();
  return undefined;
}

function forgetOldest() {
  for (const { id } of earlierForms().slice(MAX_TABS)) removeStored(tabPrefix + id);
}

/** Removes the stored form of this tab. */
export function dropTabDraft() {
  removeStored(tabPrefix + tabIdentity().id);
  lastText = null;
}

/** The form in session storage, validated like any stored text. */
export function readSessionForm(
  text: string,
): { readonly values: RoleFormValues; readonly savedAt: string } | undefined {
  const kept = parsed(text);
  if (typeof kept !== 'object' || kept === null || !('values' in kept)) return undefined;
  const savedAt = 'savedAt' in kept && typeof kept.savedAt === 'string' ? kept.savedAt : '';
  return { values: readRequestJson(kept.values).values, savedAt };
}

/** The parsed JSON; undefined for a text that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
