import {
  readStored,
  removeStored,
  storedKeys,
  writeStored,
  type StorageFailure,
} from '@/browser/draftStorage';
import { pushEntry, readEntry, replaceEntry, subscribeToEntries } from '@/browser/historyEntry';
import { subscribeToLeaving } from '@/browser/pageLife';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { newHistory, recorded, redone, undone, type FormHistory } from './formHistory';
import { autosaveKey, tabPrefix } from './storageKeys';

/** What the keeper needs of a form. */
export interface FormDoor {
  readonly get: () => RoleFormValues;
  readonly replace: (values: RoleFormValues) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface KeeperState {
  /** Never changed in place. */
  readonly values: RoleFormValues;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly autosave: boolean;
  /** Why the last save failed. */
  readonly failure: StorageFailure | undefined;
  /** ISO 8601; undefined before the first save of this page. */
  readonly savedAt: string | undefined;
}

export interface Beginning {
  /** `copied`: from another tab, or from before this one was opened. */
  readonly form: 'empty' | 'restored' | 'copied';
  /** How many stored values could not be read and are at their defaults. */
  readonly losses: number;
}

const empty: Beginning = { form: 'empty', losses: 0 };

/** Remembers the form: its earlier states, its place in the tab’s history, and its copy in storage. */
export interface FormKeeper {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => KeeperState;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Puts other values into the form, as one step that can be undone. */
  readonly replace: (values: RoleFormValues) => void;
  readonly setAutosave: (on: boolean) => void;
  /** Tells that everything stored was removed. */
  readonly noteCleared: () => void;
  /** Restores what was there and follows the form until the returned function is called. */
  readonly start: (onBegin: (beginning: Beginning) => void) => () => void;
}

const SAVE_AFTER_MS = 400;
const ENTRY_AFTER_MS = 800;
const entryKey = 'form';

/** Reads stored values with zod, which the first load does without. */
const loadStorage = () => import('./workingDraft');
type WorkingDraftStorage = Awaited<ReturnType<typeof loadStorage>>;

const isoNow = () => new Date().toISOString();

export function formKeeper(form: FormDoor): FormKeeper {
  const listeners = new Set<() => void>();
  let history: FormHistory = newHistory(structuredClone(form.get()));
  let autosave = true;
  let failure: StorageFailure | undefined;
  let savedAt: string | undefined;
  let state = describe();
  let storage: WorkingDraftStorage | undefined;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let entryTimer: ReturnType<typeof setTimeout> | undefined;
  /** A step that has no entry of its own yet. */
  let isEntryDue = false;

  function describe(): KeeperState {
    const { present: values, past, future } = history;
    const [canUndo, canRedo] = [past.length > 0, future.length > 0];
    return { values, canUndo, canRedo, autosave, failure, savedAt };
  }
  const tell = () => {
    state = describe();
    for (const listener of listeners) listener();
  };

  const save = () => {
    clearTimeout(saveTimer);
    saveTimer = undefined;
    if (!autosave || storage === undefined) return;
    const now = isoNow();
    failure = storage.saveWorkingDraft(history.present, now);
    if (failure === undefined) savedAt = now;
    tell();
  };
  const saveSoon = () => {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => {
      if (storage !== undefined) save();
      else void loadStorage().then(keepStorage).then(save);
    }, SAVE_AFTER_MS);
  };
  const keepStorage = (loaded: WorkingDraftStorage) => {
    storage = loaded;
    return loaded;
  };

  const entryOf = (values: RoleFormValues) => ({ values, savedAt: isoNow() });
  const writeEntry = (values = history.present) => {
    clearTimeout(entryTimer);
    entryTimer = undefined;
    if (isEntryDue) pushEntry(entryKey, entryOf(values));
    else replaceEntry(entryKey, entryOf(values));
    isEntryDue = false;
  };
  const writeEntrySoon = () => {
    clearTimeout(entryTimer);
    entryTimer = setTimeout(() => writeEntry(), ENTRY_AFTER_MS);
  };

  const handleChange = () => {
    const before = history;
    history = recorded(history, structuredClone(form.get()), Date.now());
    if (history === before) return;
    const isNewStep = history.past !== before.past;
    if (isNewStep && isEntryDue) writeEntry(before.present);
    isEntryDue ||= isNewStep;
    // Another step comes at once where whole values are replaced; typing may go on.
    if (history.lastPath === undefined) writeEntry();
    else writeEntrySoon();
    saveSoon();
    tell();
  };
  const moveTo = (next: FormHistory | undefined) => {
    if (next === undefined) return;
    history = next;
    form.replace(structuredClone(next.present));
    writeEntrySoon();
    saveSoon();
    tell();
  };
  const handleEntry = async (entry: unknown) => {
    if (entry === undefined) {
      // A link was put into the address: its entry begins with what is in the form.
      replaceEntry(entryKey, entryOf(history.present));
      return;
    }
    clearTimeout(entryTimer);
    isEntryDue = false;
    const loaded = keepStorage(await loadStorage());
    const values = loaded.readEntryValues(entry);
    if (values === undefined) return;
    history = { ...recorded(history, values.values, Date.now()), lastPath: undefined };
    form.replace(structuredClone(values.values));
    saveSoon();
    tell();
  };

  const begin = async (): Promise<Beginning> => {
    const off = readStored(autosaveKey);
    autosave = !(off.ok && off.value === 'off');
    const keys = storedKeys(tabPrefix);
    const entry = readEntry(entryKey);
    if (entry === undefined && (!keys.ok || keys.value.length === 0)) return empty;
    const typedBefore = history.present;
    const loaded = keepStorage(await loadStorage());
    const stored = autosave ? loaded.restoreWorkingDraft() : undefined;
    const kept = loaded.readEntryValues(entry);
    // Typed while the storage was read: that is newer than anything stored.
    if (history.present !== typedBefore) return empty;
    const isKeptNewer = kept !== undefined && (stored?.draft.savedAt ?? '') <= kept.savedAt;
    const values = isKeptNewer ? kept.values : stored?.draft.values;
    if (values === undefined) return empty;
    history = newHistory(values);
    form.replace(structuredClone(values));
    tell();
    if (isKeptNewer || stored === undefined) return { form: 'restored', losses: 0 };
    return { form: stored.isCopy ? 'copied' : 'restored', losses: stored.losses };
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
    undo: () => moveTo(undone(history)),
    redo: () => moveTo(redone(history)),
    replace: (values) => form.replace(structuredClone(values)),
    setAutosave: (on) => {
      autosave = on;
      failure = undefined;
      if (on) {
        removeStored(autosaveKey);
        saveSoon();
      } else {
        clearTimeout(saveTimer);
        writeStored(autosaveKey, 'off');
        void loadStorage().then(({ dropWorkingDraft }) => dropWorkingDraft());
      }
      tell();
    },
    noteCleared: () => {
      clearTimeout(saveTimer);
      savedAt = undefined;
      failure = undefined;
      tell();
    },
    start: (onBegin) => {
      let isOver = false;
      const stops: (() => void)[] = [];
      handleChange();
      stops.push(
        form.subscribe(handleChange),
        subscribeToEntries(entryKey, (entry) => void handleEntry(entry)),
        subscribeToLeaving(() => {
          if (entryTimer !== undefined) writeEntry();
          if (saveTimer !== undefined) save();
        }),
      );
      void begin().then((beginning) => {
        if (isOver) return;
        writeEntry();
        onBegin(beginning);
      });
      return () => {
        isOver = true;
        clearTimeout(saveTimer);
        clearTimeout(entryTimer);
        for (const stop of stops) stop();
      };
    },
  };
}
