import type { DocumentKind } from '../iam/documentKind';
import type { DocumentPath } from '../iam/parse';
import type { TextRange } from '../syntax/jsonRanges';

/** One policy document and where it stands in the texts that were given. */
export interface RoleDocument {
  /** “Trust policy of Web”, “Policy chat of Web”. */
  readonly label: string;
  readonly kind: DocumentKind;
  /** Any JSON value. Values that are filled in later are marked by `hole` of `syntax/holes`. */
  readonly value: unknown;
  /** Which of the texts it stands in. */
  readonly text: number;
  /** The range of a value in that text, brackets included; that of the nearest value above if it is not there. */
  readonly extentOf: (path: DocumentPath) => TextRange;
}

/** A policy or boundary of a role whose document is missing in the texts. */
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
  /** Usually one; several if texts contain trust policies of roles without names. */
  readonly trust: readonly RoleDocument[];
  /** Identity policies, inline and managed. */
  readonly permissions: readonly RoleDocument[];
  readonly boundary?: RoleDocument;
  readonly missing: readonly MissingPolicy[];
}

/** The content of the texts, by role. */
export interface ReadRoles {
  readonly roles: readonly RoleDocuments[];
  /** Policies of other things: buckets, endpoints, queues. */
  readonly resourcePolicies: readonly RoleDocument[];
}
