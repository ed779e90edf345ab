import type { DocumentKind } from '../iam/documentKind';
import type { DocumentPath } from '../iam/parse';
import type { TextRange } from '../syntax/jsonRanges';

/** One policy document and where it stands in the texts that were given. */
export interface RoleDocument {
  /** “Trust policy of Web”, “Policy chat of Web”. */
  readonly label: string;
  readonly kind: DocumentKind;
  /** Any JSON value. What a tool fills in later is marked with `unknownPart` of `iam/unknownValue`. */
  readonly value: unknown;
  /** Which of the texts it stands in. */
  readonly text: number;
  /** Where all of a value stands in that text, brackets included; the nearest place that is written. */
  readonly extentOf: (path: DocumentPath) => TextRange;
}

/** A policy that a role has or is limited by, of which the texts hold only the name. */
export interface MissingPolicy {
  /** As written: an ARN, a name, or an expression. */
  readonly name: string;
  readonly use: 'attached' | 'boundary';
}

/** Everything that the texts say about one role. */
export interface RoleDocuments {
  /** Absent where the texts do not name the role. */
  readonly name?: string;
  readonly arn?: string;
  /** Usually one. Two texts may both hold one for a role without a name. */
  readonly trust: readonly RoleDocument[];
  /** Identity policies, inline and managed. */
  readonly permissions: readonly RoleDocument[];
  readonly boundary?: RoleDocument;
  readonly missing: readonly MissingPolicy[];
}

/** What is in the texts, taken apart by role. */
export interface ReadRoles {
  readonly roles: readonly RoleDocuments[];
  /** Policies of other things: buckets, endpoints, queues. */
  readonly resourcePolicies: readonly RoleDocument[];
}
