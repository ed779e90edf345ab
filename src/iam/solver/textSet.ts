import { globTakes, type Glob } from './glob';

/** Any of several patterns. */
export interface TextSet {
  readonly globs: readonly Glob[];
  readonly takes: (text: string) => boolean;
  /** All texts it takes, if they are few enough to be written one by one. */
  readonly literals: readonly string[] | undefined;
}

export function textSet(globs: readonly Glob[]): TextSet {
  const literals = new Set<string>();
  const patterns: Glob[] = [];
  for (const glob of globs) {
    if (glob.literal === undefined) patterns.push(glob);
    else literals.add(glob.literal);
  }
  return {
    globs,
    takes: (text) => literals.has(text) || patterns.some((glob) => globTakes(glob, text)),
    literals: patterns.length === 0 ? [...literals] : undefined,
  };
}

export const emptySet: TextSet = textSet([]);

/** What is surely matched, and what may be: more, where part of a pattern is not known. */
export interface TextPredicate {
  readonly sure: TextSet;
  readonly possible: TextSet;
  /** The two differ by letters only. */
  readonly isLettered?: boolean;
}
