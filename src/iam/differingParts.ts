import type { Scope } from './comparison';

/** More parts of a statement than this are not asked about one by one. */
const mostParts = 60;

interface Entries {
  readonly negated: boolean;
  readonly entries: readonly { readonly value: string }[];
}

/** The entries of a list with which alone the difference is still there; all if none is enough. */
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
