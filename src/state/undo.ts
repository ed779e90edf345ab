import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { newHistory, recorded, redone, undone, type FormHistory } from './history';

/** What undo needs of a form. */
export interface FormAccess {
  readonly get: () => RoleFormValues;
  /** Replaces all values. */
  readonly set: (values: RoleFormValues) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface UndoState {
  /** The present values; immutable. */
  readonly values: RoleFormValues;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Undo and redo for the form. */
export interface Undo {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => UndoState;
  /** Undoes one step. False if there is none. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  /** Replaces the values, as one step that can be undone. */
  readonly replace: (values: RoleFormValues) => void;
  /** Replaces the values and clears the history. */
  readonly restart: (values: RoleFormValues) => void;
  /** Records changes of the form until the returned function is called. */
  readonly connect: () => () => void;
}

export function undoStore(form: FormAccess): Undo {
  const listeners = new Set<() => void>();
  let history = newHistory(structuredClone(form.get()));
  let state = describe(history);
  const become = (next: FormHistory) => {
    history = next;
    state = describe(next);
    for (const listener of listeners) listener();
  };
  const moveTo = (next: FormHistory | undefined): boolean => {
    if (next === undefined) return false;
    // Before the form notifies its listeners, so that they record no step for these values.
    become(next);
    form.set(structuredClone(next.present));
    return true;
  };
  const handleChange = () => {
    const next = recorded(history, structuredClone(form.get()), Date.now());
    if (next !== history) become(next);
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
    undo: () => moveTo(undone(history)),
    redo: () => moveTo(redone(history)),
    replace: (values) => form.set(structuredClone(values)),
    restart: (values) => void moveTo(newHistory(values)),
    connect: () => {
      handleChange();
      return form.subscribe(handleChange);
    },
  };
}

const describe = ({ present, past, future }: FormHistory): UndoState => ({
  values: present,
  canUndo: past.length > 0,
  canRedo: future.length > 0,
});
