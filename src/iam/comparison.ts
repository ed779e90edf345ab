import type { Effect } from './document';
import type { AccessRequest } from './evaluate';
import type { DocumentPath } from './parse';
import type { OpenPoint } from './solver/question';

/**
 * `same`: the same JSON value. `formatting`: written differently, grants the same. `more` and `less`: what
 * the second side grants compared with the first. `notDecided`: something could neither be shown nor ruled out.
 */
export type GrantVerdict = 'same' | 'formatting' | 'more' | 'less' | 'both' | 'notDecided';

export type Side = 'before' | 'after';

/** Texts of an element; `negated` if they are exceptions. */
export interface Scope {
  readonly negated: boolean;
  readonly texts: readonly string[];
}

/** Something that one side grants, or refuses, and the other does not. */
export interface PolicyDifference {
  /** `Allow`: one side grants it. `Deny`: one side refuses it by a Deny. */
  readonly effect: Effect;
  /** The side that has the statement. */
  readonly side: Side;
  /** Position in the documents of that side. */
  readonly document: number;
  readonly statement: DocumentPath;
  readonly actions: Scope;
  /** Left out in trust policies. */
  readonly resources?: Scope;
  /** Left out in identity policies. */
  readonly principals?: Scope;
  /** A request that the two sides decide differently: the proof. */
  readonly example: AccessRequest;
  /** The other side has a Deny for the example. */
  readonly isRefusedByOther: boolean;
  /** The side grants it directly, the other only as far as the requester's own account does. */
  readonly isDelegatedByOther: boolean;
}

export interface UndecidedDifference extends Omit<OpenPoint, 'claim' | 'why'> {
  readonly why: OpenPoint['why'] | 'differentKinds';
  /** The side whose statement stands in the way. */
  readonly side: Side;
}

export interface Comparison {
  readonly verdict: GrantVerdict;
  readonly more: readonly PolicyDifference[];
  readonly less: readonly PolicyDifference[];
  /**
   * What one side refuses by a Deny and the other does not. It grants nothing and takes nothing away
   * here, but counts where another policy of the same subject allows the request.
   */
  readonly refusals: readonly PolicyDifference[];
  readonly undecided: readonly UndecidedDifference[];
  /** The day of the catalogue, if the verdict rests on its list of actions being complete. */
  readonly assumesCatalogueOf?: string;
}
