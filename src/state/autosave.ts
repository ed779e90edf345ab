import {
  readStored,
  removeStored,
  storedKeys,
  writeStored,
  type StorageFailure,
} from '@/browser/draftStorage';
import { subscribeToLeaving } from '@/browser/pageLife';
import { readSession, writeSession } from '@/browser/sessionStorage';
import { autosaveKey, sessionFormKey, tabPrefix } from './storageKeys';
import type { Undo } from './undo';

export interface AutosaveState {
  readonly isOn: boolean;
  /** Why the last save failed; undefined if it succeeded. */
  readonly failure: StorageFailure | undefined;
  /** ISO 8601; undefined before the first save of this page. */
  readonly savedAt: string | undefined;
}

export interface Restored {
  /** `copied`: the form is a copy of one that was saved in another tab, or before this one was opened. */
  readonly form: 'empty' | 'restored' | 'copied';
  /** How many stored values could not be read and are at their defaults. */
  readonly losses: number;
}

/**
 * Saves the form in the browser's storage while it is filled in, for each tab separately. Switched off, the
 * form lasts as long as its tab.
 */
export interface Autosave {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => AutosaveState;
  readonly setOn: (isOn: boolean) => void;
  /** Call it when everything stored has been removed. */
  readonly noteCleared: () => void;
  /** Calls back once the stored form has been restored, or at once if it has been already. */
  readonly whenRestored: (listener: () => void) => () => void;
  /** Restores the stored form and saves each change until the returned function is called. */
  readonly start: (onRestored: (restored: Restored) => void) => () => void;
}

const saveAfterMs = 400;
const nothing: Restored = { form: 'empty', losses: 0 };

/** Loaded on demand, because it reads stored values with zod, which is not part of the first load. */
const loadStorage = () => import('./tabDraft');

export function autosave(form: Pick<Undo, 'subscribe' | 'getState' | 'restart'>): Autosave {
  const listeners = new Set<() => void>();
  let state: AutosaveState = { isOn: true, failure: undefined, savedAt: undefined };
  let storage: Awaited<ReturnType<typeof loadStorage>> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saved = form.getState().values;
  let isRestored = false;
  const waiting = new Set<() => void>();

  const become = (next: Partial<AutosaveState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const load = async () => (storage ??= await loadStorage());
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const save = () => {
    stop();
    const { values } = form.getState();
    const savedAt = new Date().toISOString();
    // A copy in session storage, for a reload, even if autosave is switched off.
    writeSession(sessionFormKey, JSON.stringify({ values, savedAt }));
    saved = values;
    if (!state.isOn || storage === undefined) return;
    const failure = storage.saveTabDraft(values, savedAt);
    become(failure === undefined ? { failure, savedAt } : { failure });
  };
  const saveSoon = () => {
    if (form.getState().values === saved) return;
    stop();
    timer = setTimeout(() => void load().then(save), saveAfterMs);
  };

  const restore = async (): Promise<Restored> => {
    const off = readStored(autosaveKey);
    const isOn = !(off.ok && off.value === 'off');
    become({ isOn });
    const keys = storedKeys(tabPrefix);
    const session = readSession(sessionFormKey);
    if (session === null && (!keys.ok || keys.value.length === 0)) return nothing;
    const before = form.getState().values;
    const loaded = await load();
    const stored = isOn ? loaded.restoreTabDraft() : undefined;
    const kept = session === null ? undefined : loaded.readSessionForm(session);
    // Something was typed while the storage was read; it is newer than anything stored.
    if (form.getState().values !== before) return nothing;
    const isKeptNewer = kept !== undefined && (stored?.draft.savedAt ?? '') <= kept.savedAt;
    const values = isKeptNewer ? kept.values : stored?.draft.values;
    if (values === undefined) return nothing;
    saved = values;
    form.restart(values);
    if (isKeptNewer || stored === undefined) return { form: 'restored', losses: 0 };
    return { form: stored.isCopy ? 'copied' : 'restored', losses: stored.losses };
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
    setOn: (isOn) => {
      become({ isOn, failure: undefined });
      if (isOn) {
        removeStored(autosaveKey);
        void load().then(save);
      } else {
        writeStored(autosaveKey, 'off');
        void load().then(({ dropTabDraft }) => dropTabDraft());
      }
    },
    noteCleared: () => {
      stop();
      become({ savedAt: undefined, failure: undefined });
    },
    whenRestored: (listener) => {
      if (isRestored) listener();
      else waiting.add(listener);
      return () => waiting.delete(listener);
    },
    start: (onRestored) => {
      let isOver = false;
      const stops = [
        form.subscribe(saveSoon),
        subscribeToLeaving(() => {
          if (timer !== undefined) save();
        }),
      ];
      void restore().then((restored) => {
        if (isOver) return;
        onRestored(restored);
        isRestored = true;
        for (const listener of waiting) listener();
        waiting.clear();
      });
      return () => {
        isOver = true;
        stop();
        for (const end of stops) end();
      };
    },
  };
}
