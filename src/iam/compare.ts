import type { ActionCatalogue } from './actionCatalogue';
import { recogniseKind, type DocumentKind } from './documentKind';
import type { Comparison } from './comparison';
import { isJsonObject, parsePolicy, type AnyPolicyDocument } from './parse';
import { PolicyComparison, type Limits } from './policyComparison';

export type {
  Comparison,
  GrantVerdict,
  PolicyDifference,
  Scope,
  UndecidedDifference,
} from './comparison';

export interface CompareOptions {
  /** What the documents are; recognised if left out. */
  readonly kind?: DocumentKind;
  readonly catalogue?: ActionCatalogue;
}

/** The policies of one subject, as any JSON values. */
export interface Subject {
  readonly documents: readonly unknown[];
  readonly boundary?: unknown;
  /** Names of policies whose documents are missing. */
  readonly missing?: readonly string[];
  readonly missingBoundaries?: readonly string[];
}

/**
 * Compares what the policies of two subjects grant, however they are written. The policies of one subject
 * are combined as IAM combines them: each may allow, each may deny, and a boundary limits the rest.
 */
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
