import type { Effect } from './document';

/** Where something stands in a document: member names and list positions from the root. */
export type DocumentPath = readonly (string | number)[];

/** A text of the document and the place where its author wrote it. */
export interface Located<T = string> {
  readonly value: T;
  readonly at: DocumentPath;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`, always as a list. */
export interface PatternList {
  readonly at: DocumentPath;
  /** True for the `Not…` element. */
  readonly negated: boolean;
  readonly entries: readonly Located[];
}

/** `Anyone` is the bare `"*"`; everything else has a key. */
export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | 'Anyone';

export interface AnyPrincipal extends Located {
  readonly kind: PrincipalKind;
}

/** `Principal` or `NotPrincipal`. */
export interface PrincipalList {
  readonly at: DocumentPath;
  readonly negated: boolean;
  readonly entries: readonly AnyPrincipal[];
}

/** One operator and key; the values are alternatives. Numbers and booleans have become text, as in IAM. */
export interface AnyCondition {
  readonly operator: string;
  readonly operatorAt: DocumentPath;
  readonly key: string;
  readonly at: DocumentPath;
  readonly values: readonly Located[];
}

export interface AnyStatement {
  readonly at: DocumentPath;
  readonly sid?: Located;
  readonly effect?: Located<Effect>;
  readonly action?: PatternList;
  readonly resource?: PatternList;
  readonly principal?: PrincipalList;
  readonly conditions: readonly AnyCondition[];
  /** The names of its elements as written, known or not. */
  readonly elements: readonly string[];
  /** False if something in it could not be read: then nothing about it is certain. */
  readonly understood: boolean;
}

/** Any policy document, in the loose forms that IAM takes, brought into one form. */
export interface AnyPolicyDocument {
  readonly version?: Located;
  readonly id?: Located;
  readonly statements: readonly AnyStatement[];
  readonly elements: readonly string[];
  readonly understood: boolean;
}

/** Access Analyzer's codes for what has the wrong shape. */
export type StructuralIssueCode =
  | 'DATA_TYPE_MISMATCH'
  | 'INVALID_POLICY_ELEMENT'
  | 'INVALID_EFFECT'
  | 'INVALID_PRINCIPAL_FORMAT'
  | 'INVALID_PRINCIPAL_KEY'
  | 'UNSUPPORTED_ELEMENT_COMBINATION';

export interface StructuralIssue {
  readonly code: StructuralIssueCode;
  readonly at: DocumentPath;
  readonly message: string;
}

export interface ParsedPolicy {
  readonly document: AnyPolicyDocument;
  readonly issues: readonly StructuralIssue[];
}
