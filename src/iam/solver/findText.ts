import type { Budget } from './budget';
import { alphabetOf, anything, isSymbolic } from './characters';
import { globCovers, movesOf, prefixesAgree, type Glob, type Moves } from './glob';
import type { TextSet } from './textSet';

export interface TextQuestion {
  /** The text must be in each of these. */
  readonly within: readonly TextSet[];
  /** The text must be in none of these. */
  readonly outside: readonly TextSet[];
  /** Plausible texts, tried first so that examples are readable. */
  readonly guesses: readonly string[];
  /**
   * Given when proving that there is no such text: the position in `within` of the one set that takes a
   * symbolic value only as itself or by `*`. All other sets of `within` take it for any text.
   */
  readonly exactSet?: number;
}

/**
 * A text that is in all sets of `within` and in none of `outside`: a guess, else the shortest one.
 * Undefined if there is none. Runs the automata of all patterns in parallel.
 */
export function findText(question: TextQuestion, budget: Budget): string | undefined {
  const { within, outside, guesses, exactSet } = question;
  const fits = (text: string): boolean => {
    budget.spend((within.length + outside.length) * (1 + (text.length >> 5)));
    return within.every((set) => set.takes(text)) && !outside.some((set) => set.takes(text));
  };
  const hasSymbols = exactSet !== undefined;
  for (const guess of guesses) if (fits(guess)) return guess;
  const listed = hasSymbols ? undefined : within.find(({ literals }) => literals !== undefined);
  if (listed?.literals) {
    budget.spend(listed.literals.length);
    return listed.literals.find(fits);
  }
  const inner = narrowed(within, hasSymbols, budget);
  if (!inner) return undefined;
  // One pattern of the most selective set at a time: each search is then short, or not needed at all.
  const at = mostSelective(inner);
  for (const glob of inner[at] ?? []) {
    const groups = inner.map((group, i) =>
      i === at ? [glob] : group.filter((other) => prefixesAgree(other, glob)),
    );
    if (groups.some((group) => group.length === 0)) continue;
    const outer = outside.flatMap(({ globs }) => {
      budget.spend(1 + (globs.length >> 3));
      return globs.filter((other) => prefixesAgree(other, glob));
    });
    if (outer.some(takesEverything) || isCovered(groups, outer, budget)) continue;
    const found = walk({ inner: groups, outer, exactSet }, budget);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The position of the set whose patterns match the fewest texts: those with the longest literal beginnings. */
function mostSelective(groups: readonly (readonly Glob[])[]): number {
  const lengths = groups.map((group) =>
    group.reduce((shortest, { prefix }) => Math.min(shortest, prefix.length), 1_000),
  );
  return lengths.indexOf(Math.max(...lengths));
}

/** Whether every pattern of one wanted set is covered by a refused pattern: then no text can be found. */
function isCovered(
  inner: readonly (readonly Glob[])[],
  outer: readonly Glob[],
  budget: Budget,
): boolean {
  return inner.some((group) => {
    if (group.length * outer.length > 2_000) return false;
    budget.spend(group.length * outer.length);
    return group.every((narrow) => outer.some((wide) => globCovers(wide, narrow)));
  });
}

/** The patterns of each set that agree in their beginning with a pattern of every other set, the fewest first. */
function narrowed(
  within: readonly TextSet[],
  keepsOrder: boolean,
  budget: Budget,
): readonly Glob[][] | undefined {
  let groups = within.map(({ globs }) => [...globs]);
  for (const group of groups) {
    for (const [i, other] of groups.entries()) {
      if (other === group || other.length * group.length > 100_000) continue;
      budget.spend(1 + ((other.length * group.length) >> 3));
      groups = groups.with(
        i,
        other.filter((glob) => group.some((mine) => prefixesAgree(mine, glob))),
      );
    }
  }
  if (groups.some((group) => group.length === 0)) return undefined;
  return keepsOrder ? groups : groups.toSorted((a, b) => a.length - b.length);
}

const takesEverything = ({ steps, loops }: Glob): boolean =>
  steps.length === 0 && loops[0]?.id === anything.id;

interface Walk {
  /** One glob of each group must take the text. */
  readonly inner: readonly (readonly Glob[])[];
  /** No glob of these may take the text. */
  readonly outer: readonly Glob[];
  readonly exactSet: number | undefined;
}

/** The states of all globs as the bits of one number: each glob has a range of bits, one for each state. */
interface Layout {
  readonly globs: readonly Glob[];
  readonly offsets: readonly number[];
  readonly start: bigint;
}

/** The most states that all globs may have together: with more, a single step takes too long. */
const largestWalk = 60_000;

function walk({ inner, outer, exactSet }: Walk, budget: Budget): string | undefined {
  const all = [...inner.flat(), ...outer];
  const size = all.reduce((sum, { steps }) => sum + steps.length + 1, 0);
  if (size > largestWalk) budget.spend(Number.POSITIVE_INFINITY);
  const layout = layOut(all);
  const bitsOf = (first: number, count: number) => {
    let every = 0n;
    let accepting = 0n;
    for (let i = first; i < first + count; i += 1) {
      const offset = BigInt(layout.offsets[i] ?? 0);
      const length = BigInt(all[i]?.steps.length ?? 0);
      every |= ((1n << (length + 1n)) - 1n) << offset;
      accepting |= 1n << (offset + length);
    }
    return { every, accepting };
  };
  let first = 0;
  const groups = inner.map((group) => {
    const bits = bitsOf(first, group.length);
    first += group.length;
    return bits;
  });
  const refused = bitsOf(first, outer.length);
  const rejecting = absorbing(layout, first);
  const symbols = alphabetOf(namedSymbols(all));
  const moves = symbols.map((symbol) => ({
    symbol,
    ...moveOf(layout, symbol),
    // In a proof, every wanted set but `exactSet` takes a symbolic value for any text.
    anyText:
      isSymbolic(symbol) && exactSet !== undefined
        ? statesOfOthers(layout, inner, exactSet)
        : undefined,
  }));
  const cost = 1 + Math.ceil((symbols.length * (400 + size)) / 600);

  interface Node {
    readonly states: bigint;
    readonly text: Link | undefined;
  }
  const seen = new Set([layout.start]);
  let front: Node[] = [{ states: layout.start, text: undefined }];
  while (front.length > 0) {
    const next: Node[] = [];
    for (const { states, text } of front) {
      budget.spend(cost);
      const isInside = groups.every(({ accepting }) => (states & accepting) !== 0n);
      if (isInside && (states & refused.accepting) === 0n) return spell(text);
      for (const { symbol, steps, loops, anyText } of moves) {
        let moved = ((states & steps) << 1n) | (states & loops);
        if (anyText) moved |= afterAnyText(states, anyText);
        if ((moved & rejecting) !== 0n || seen.has(moved)) continue;
        if (groups.some(({ every }) => (moved & every) === 0n)) continue;
        seen.add(moved);
        next.push({ states: moved, text: { symbol, before: text } });
      }
    }
    front = next;
  }
  return undefined;
}

interface Link {
  readonly symbol: string;
  readonly before: Link | undefined;
}

function spell(link: Link | undefined): string {
  const symbols: string[] = [];
  for (let at = link; at; at = at.before) symbols.push(at.symbol);
  return symbols.toReversed().join('');
}

function layOut(globs: readonly Glob[]): Layout {
  const offsets: number[] = [];
  let start = 0n;
  let at = 0;
  for (const { steps } of globs) {
    offsets.push(at);
    start |= 1n << BigInt(at);
    at += steps.length + 1;
  }
  return { globs, offsets, start };
}

function moveOf({ globs, offsets }: Layout, symbol: string): Moves {
  let steps = 0n;
  let loops = 0n;
  for (const [g, glob] of globs.entries()) {
    const offset = BigInt(offsets[g] ?? 0);
    const own = movesOf(glob, symbol);
    if (own.steps !== 0n) steps |= own.steps << offset;
    if (own.loops !== 0n) loops |= own.loops << offset;
  }
  return { steps, loops };
}

/** The final states of refused globs that end in `*`: once there, every continuation is refused. */
function absorbing({ globs, offsets }: Layout, from: number): bigint {
  let bits = 0n;
  for (let i = from; i < globs.length; i += 1) {
    const glob = globs[i];
    if (glob?.loops.at(-1)?.id === anything.id) {
      bits |= 1n << BigInt((offsets[i] ?? 0) + glob.steps.length);
    }
  }
  return bits;
}

function namedSymbols(globs: readonly Glob[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { steps } of globs) {
    for (const { id } of steps) {
      if (id.startsWith('=')) named.add(id.slice(1));
      else if (id.startsWith('~')) named.add(id.slice(1)).add(id.slice(1).toUpperCase());
    }
  }
  return named;
}

type Range = readonly [offset: number, length: number];

/** The bit ranges of the globs of all wanted sets but `exactSet`. */
function statesOfOthers(
  { offsets }: Layout,
  inner: readonly (readonly Glob[])[],
  exactSet: number,
): readonly Range[] {
  let at = 0;
  return inner.flatMap((group, g) =>
    group.flatMap((glob): readonly Range[] => {
      const offset = offsets[at] ?? 0;
      at += 1;
      return g === exactSet ? [] : [[offset, glob.steps.length + 1]];
    }),
  );
}

/** The states that some text leads to: in each range, every state from the lowest present one on. */
function afterAnyText(states: bigint, ranges: readonly Range[]): bigint {
  let result = 0n;
  for (const [offset, length] of ranges) {
    const mine = (states >> BigInt(offset)) & ((1n << BigInt(length)) - 1n);
    if (mine === 0n) continue;
    const lowest = mine & -mine;
    result |= (((1n << BigInt(length)) - 1n) ^ (lowest - 1n)) << BigInt(offset);
  }
  return result;
}
