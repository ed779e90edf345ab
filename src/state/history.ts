import type { RoleFormValues } from '@/qbusiness/form/formValues';

/** The states of a form in chronological order. */
export interface FormHistory {
  readonly past: readonly RoleFormValues[];
  readonly present: RoleFormValues;
  /** The next state first. */
  readonly future: readonly RoleFormValues[];
  /** The path that the last change touched; undefined if it touched several. */
  readonly lastPath?: string | undefined;
  /** The time of the last change, in milliseconds. */
  readonly lastAt: number;
}

/** Milliseconds within which successive changes of one text are one step. */
const STEP_MS = 1500;
const MAX_STEPS = 200;

export const newHistory = (present: RoleFormValues): FormHistory => ({
  past: [],
  present,
  future: [],
  lastAt: 0,
});

/** The dotted paths of leaves that differ, at most two: a single one means an edit of one text. */
export function changedPaths(before: unknown, after: unknown, path = ''): readonly string[] {
  if (before === after) return [];
  if (!isBranch(before) || !isBranch(after)) return [path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const found: string[] = [];
  for (const key of keys) {
    found.push(...changedPaths(before[key], after[key], path === '' ? key : `${path}.${key}`));
    if (found.length > 1) break;
  }
  return found;
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The history after a change; the same object when nothing changed. */
export function recorded(history: FormHistory, values: RoleFormValues, now: number): FormHistory {
  const [path, another] = changedPaths(history.present, values);
  if (path === undefined) return history;
  const lastPath = another === undefined ? path : undefined;
  const continues =
    lastPath !== undefined && lastPath === history.lastPath && now - history.lastAt < STEP_MS;
  return {
    past: continues ? history.past : [...history.past, history.present].slice(-MAX_STEPS),
    present: values,
    future: [],
    lastPath,
    lastAt: now,
  };
}

export function undone({ past, present, future }: FormHistory): FormHistory | undefined {
  const before = past.at(-1);
  return (
    before && { past: past.slice(0, -1), present: before, future: [present, ...future], lastAt: 0 }
  );
}

export function redone({ past, present, future }: FormHistory): FormHistory | undefined {
  const [next, ...later] = future;
  return next && { past: [...past, present], present: next, future: later, lastAt: 0 };
}
