import { isJsonObject, type DocumentPath } from '../parse';

/** One change of the document. Paths are those of the document before any of the changes. */
export type Edit =
  | { readonly kind: 'replace'; readonly at: DocumentPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly at: DocumentPath }
  /** The path names the new member; it comes first in its object. */
  | { readonly kind: 'insert'; readonly at: DocumentPath; readonly value: unknown }
  | { readonly kind: 'rename'; readonly at: DocumentPath; readonly key: string };

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What the fix does to what the document grants. Only `same` is safe to apply unasked. */
  readonly grants: 'same' | 'less' | 'more' | 'changed';
}

/** The value with the edits made; the original stays as it is. Edits that find nothing are left out. */
export function applyEdits(value: unknown, edits: readonly Edit[]): unknown {
  // From the end to the front, so that removing an entry does not shift the paths of edits still to come.
  const ordered = edits.toSorted((left, right) => comparePaths(right.at, left.at));
  return ordered.reduce((current, edit) => applyAt(current, edit.at, edit), value);
}

function comparePaths(left: DocumentPath, right: DocumentPath): number {
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [a, b] = [left[i], right[i]];
    if (a === b) continue;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a) < String(b) ? -1 : 1;
  }
  return left.length - right.length;
}

function applyAt(value: unknown, path: DocumentPath, edit: Edit): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return edit.kind === 'replace' ? edit.value : value;
  if (Array.isArray(value) && typeof step === 'number') return applyToList(value, step, rest, edit);
  if (isJsonObject(value)) return applyToObject(value, String(step), rest, edit);
  return value;
}

function applyToList(
  list: readonly unknown[],
  index: number,
  rest: DocumentPath,
  edit: Edit,
): unknown {
  if (rest.length > 0) return list.with(index, applyAt(list[index], rest, edit));
  if (edit.kind === 'replace') return list.with(index, edit.value);
  if (edit.kind === 'remove') return list.toSpliced(index, 1);
  return edit.kind === 'insert' ? list.toSpliced(index, 0, edit.value) : list;
}

function applyToObject(
  object: Readonly<Record<string, unknown>>,
  name: string,
  rest: DocumentPath,
  edit: Edit,
): unknown {
  const members = Object.entries(object);
  if (rest.length === 0 && edit.kind === 'insert') {
    return Object.fromEntries([[name, edit.value], ...members.filter(([key]) => key !== name)]);
  }
  return Object.fromEntries(
    members.flatMap(([key, member]): [string, unknown][] => {
      if (key !== name) return [[key, member]];
      if (rest.length > 0) return [[key, applyAt(member, rest, edit)]];
      if (edit.kind === 'remove') return [];
      return [edit.kind === 'rename' ? [edit.key, member] : [key, editValue(edit, member)]];
    }),
  );
}

function editValue(edit: Edit, otherwise: unknown): unknown {
  return edit.kind === 'replace' ? edit.value : otherwise;
}

/**
 * The edits of all fixes that change no grant and do not touch the same place. Where two do, the first
 * wins; audit the result again for the rest.
 */
export function combineSafeFixes(fixes: Iterable<Fix>): readonly Edit[] {
  const chosen: Edit[] = [];
  const touched = new Set<string>();
  const inside = new Set<string>();
  for (const { grants, edits } of fixes) {
    if (grants !== 'same') continue;
    const conflicts = edits.some(
      ({ at }) => inside.has(JSON.stringify(at)) || prefixes(at).some((path) => touched.has(path)),
    );
    if (conflicts) continue;
    for (const edit of edits) {
      chosen.push(edit);
      touched.add(JSON.stringify(edit.at));
      for (const prefix of prefixes(edit.at)) inside.add(prefix);
    }
  }
  return chosen;
}

/** The path itself and every path above it. */
function prefixes(at: DocumentPath): readonly string[] {
  return at.map((_, i) => JSON.stringify(at.slice(0, i + 1)));
}

export function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((current, step) => {
    if (Array.isArray(current) && typeof step === 'number') return current[step];
    return isJsonObject(current) && Object.hasOwn(current, step) ? current[step] : undefined;
  }, value);
}
