import type { KeyTest } from './keyTest';
import type { TextPredicate } from './textSet';

/** One question that statements ask about a request. */
export type Atom =
  | {
      readonly kind: 'text';
      readonly id: string;
      /** `action`, `principal`, or `resource 0`, `resource 1`, … where an action needs several. */
      readonly about: string;
      readonly predicate: TextPredicate;
    }
  | { readonly kind: 'key'; readonly id: string; readonly test: KeyTest }
  /** A question that cannot be answered, such as whether an unreadable statement applies. */
  | { readonly kind: 'open'; readonly id: string };

/** An atom, or its negation if `wanted` is false. */
export interface Literal {
  readonly atom: Atom;
  readonly wanted: boolean;
}

export const opposite = ({ atom, wanted }: Literal): Literal => ({ atom, wanted: !wanted });

/** Literals all of which must hold for the statement to apply. */
export interface Clause {
  readonly literals: readonly Literal[];
}

export const resourceOf = (index: number): string => `resource ${index}`;
