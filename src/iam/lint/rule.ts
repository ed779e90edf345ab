import type { ActionCatalogue } from '../actionCatalogue';
import type { HttpsUrl } from '../document';
import type { DocumentKind } from '../documentKind';
import type { AnyPolicyDocument, DocumentPath, StructuralIssue } from '../parse';
import type { Fix } from './fix';

/** The severities of IAM Access Analyzer, from worst to mildest. */
export type Severity = 'error' | 'securityWarning' | 'warning' | 'suggestion';

export interface Finding {
  /** Access Analyzer's code where it has one. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: DocumentPath;
  readonly source: HttpsUrl;
  readonly fix?: Fix;
}

/** A policy document as the rules are given it. */
export interface LintSubject {
  /** The JSON value as its author wrote it. */
  readonly value: unknown;
  readonly document: AnyPolicyDocument;
  readonly issues: readonly StructuralIssue[];
  readonly kind: DocumentKind;
  /** Whether it is an inline policy, which has another size limit. Not known if left out. */
  readonly isInline?: boolean;
  readonly catalogue?: ActionCatalogue;
}

/** Checks that belong together; one file each. */
export interface Rule {
  readonly codes: readonly string[];
  /** The kinds of document that it applies to; all if left out. */
  readonly kinds?: readonly DocumentKind[];
  readonly check: (subject: LintSubject) => Iterable<Finding>;
}

const checksPage =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html' as const;
const anchors: Readonly<Record<Severity, string>> = {
  error: 'error',
  securityWarning: 'security-warning',
  warning: 'general-warning',
  suggestion: 'suggestion',
};

/** A finding of one of Access Analyzer's checks, linked to its entry on AWS's page. */
export function finding(
  severity: Severity,
  rule: string,
  at: DocumentPath,
  message: string,
  fix?: Fix,
): Finding {
  const entry = `${anchors[severity]}-${rule.toLowerCase().replaceAll('_', '-')}`;
  const source: HttpsUrl = `${checksPage}#access-analyzer-reference-policy-checks-${entry}`;
  return { rule, severity, message, at, source, ...(fix && { fix }) };
}
