import { globTakes, type Glob } from './glob';

/** The texts that at least one of several patterns takes. */
export interface TextSet {
  readonly globs: readonly Glob[];
  readonly takes: (text: string) => boolean;
  /** All texts of the set, if every pattern is a literal text. */
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

/** The texts that surely match, and those that may match because a part of a pattern is not known. */
export interface TextPredicate {
  readonly sure: TextSet;
  readonly possible: TextSet;
  /** The two sets differ only in policy variables, which `sure` takes as symbolic values. */
  readonly isSymbolic?: boolean;
}
