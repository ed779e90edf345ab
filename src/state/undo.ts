import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { newHistory, recorded, redone, undone, type FormHistory } from './history';

/** What is needed of a form to go back and forth through its states. */
export interface FormAccess {
  readonly get: () => RoleFormValues;
  /** Puts whole values in place of what is there. */
  readonly set: (values: RoleFormValues) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface UndoState {
  /** What stands in the form; never changed in place. */
  readonly values: RoleFormValues;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The states of the form, one step after the other. */
export interface Undo {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => UndoState;
  /** False when there is no step to take back. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  /** Puts other values into the form, as one step that can be undone. */
  readonly replace: (values: RoleFormValues) => void;
  /** Puts values into the form from which the steps begin. */
  readonly restart: (values: RoleFormValues) => void;
  /** Follows the form until the returned function is called. */
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
    // Before the form tells of it, so that the same values make no step of their own.
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
