import type { ActionCatalogue } from './actionCatalogue';
import type { Effect } from './document';
import { recogniseKind, type DocumentKind } from './documentKind';
import type { AccessRequest } from './evaluate';
import { isJsonObject, parsePolicy, type AnyPolicyDocument, type DocumentPath } from './parse';
import { PolicyComparison, type Limits } from './policyComparison';
import type { OpenPoint } from './solver/decide';

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

export interface CompareOptions {
  /** What the documents are; recognised if left out. */
  readonly kind?: DocumentKind;
  readonly catalogue?: ActionCatalogue;
}

/** Compares what two policies grant, not how they are written. Takes any JSON values. */
export function comparePolicies(
  before: unknown,
  after: unknown,
  options: CompareOptions = {},
): Comparison {
  return compareSubjects({ documents: [before] }, { documents: [after] }, options);
}

/** The policies of one subject, as any JSON values. */
export interface Subject {
  readonly documents: readonly unknown[];
  readonly boundary?: unknown;
  /** Names of policies whose documents are missing. */
  readonly missing?: readonly string[];
  readonly missingBoundaries?: readonly string[];
}

/** Compares the policies of two subjects, each joined as IAM joins them. */
export function compareSubjects(
  before: Subject,
  after: Subject,
  { kind: given, catalogue }: CompareOptions = {},
): Comparison {
  const unchanged = { more: [], less: [], refusals: [], undecided: [] };
  const read = ({ documents }: Subject) => documents.map((value) => parsePolicy(value).document);
  const documents = { before: read(before), after: read(after) };
  const kind = given ?? kindOf(documents.before);
  if (given === undefined && kind !== kindOf(documents.after)) {
    const undecided = [{ side: 'after', why: 'differentKinds', names: [] } as const];
    return { ...unchanged, verdict: 'notDecided', undecided };
  }
  if (stableText(before) === stableText(after)) return { ...unchanged, verdict: 'same' };
  const limits = { before: limitsOf(before), after: limitsOf(after) };
  return new PolicyComparison(documents, limits, kind, catalogue).run();
}

const limitsOf = ({ boundary, missing = [], missingBoundaries = [] }: Subject): Limits => ({
  boundaries: boundary === undefined ? [] : [parsePolicy(boundary).document],
  missing,
  missingBoundaries,
});

const kindOf = (documents: readonly AnyPolicyDocument[]): DocumentKind =>
  documents[0] ? recogniseKind(documents[0]) : 'identity';

/** JSON with sorted members. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isJsonObject(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
