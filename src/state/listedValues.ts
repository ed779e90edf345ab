import { cutText, showInLine } from '@/iam/unseenCharacters';
import { draftRole } from '@/qbusiness/draft';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { applicableFields } from './applicableFields';

/** A value that differs from the empty form. */
export interface ListedValue {
  readonly path: FieldPath;
  readonly label: string;
  /** Shortened, and without invisible characters. */
  readonly text: string;
  /** Why the form refuses it. */
  readonly problem: string | undefined;
}

/** Characters of a value that are shown. */
const maxShown = 120;

/** The text, cut, with invisible characters and those that change the direction of writing written out. */
export function visibleText(text: string): string {
  const visible = showInLine(text);
  return visible.length > maxShown ? `${cutText(visible, maxShown)}…` : visible;
}

function leaves(
  value: unknown,
  empty: unknown,
  path: string,
): readonly (readonly [path: string, text: string])[] {
  if (value === empty) return [];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, part]) => {
    const before: unknown =
      typeof empty === 'object' && empty !== null
        ? Object.entries(empty).find(([name]) => name === key)?.[1]
        : undefined;
    return leaves(part, before ?? '', path === '' ? key : `${path}.${key}`);
  });
}

const words = (path: string): string =>
  path
    .replace(/\.value$/, '')
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** The values of a form that differ from an empty one, each with the reason if it is refused. */
export function listedValues(values: RoleFormValues): readonly ListedValue[] {
  const labels = new Map(applicableFields(values).map(({ path, label }) => [path, label]));
  const draft = draftRole(values);
  const issues = draft.status === 'ready' ? [] : draft.issues;
  return leaves(values, emptyFormValues, '').map(([path, text]) => ({
    path,
    label: labels.get(path) ?? words(path),
    text: visibleText(text),
    problem: issues.find((issue) => issue.path === path && issue.kind === 'invalid')?.message,
  }));
}
