import type { Scope } from './comparison';

/** A list with more entries than this is returned whole: each entry costs a question to the solver. */
const mostParts = 60;

interface Entries {
  readonly negated: boolean;
  readonly entries: readonly { readonly value: string }[];
}

/**
 * The entries of a statement's list that cause a difference each on its own; all of them if none does.
 *
 * @param alone the list with this entry only
 * @param asks whether a statement with this list still makes the difference
 */
export function differingParts<L extends Entries>(
  list: L,
  alone: (entry: L['entries'][number]) => L,
  asks: (list: L) => boolean,
): Scope {
  const texts = list.entries.map(({ value }) => value);
  if (list.negated || texts.length < 2 || texts.length > mostParts) {
    return { negated: list.negated, texts };
  }
  const some = list.entries.filter((entry) => asks(alone(entry))).map(({ value }) => value);
  return { negated: false, texts: some.length > 0 ? some : texts };
}
