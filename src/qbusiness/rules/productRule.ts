import { conditionsOn } from '../../iam/conditionsOn';
import { arnParts } from '../../iam/arn';
import { parseOperatorName } from '../../iam/conditions/operators';
import type { DocumentKind } from '../../iam/documentKind';
import type { HttpsUrl } from '../../iam/document';
import type { Fix } from '../../iam/lint/fix';
import type { Finding, Severity } from '../../iam/lint/rule';
import type { AnyPolicyDocument, AnyStatement, DocumentPath, Located } from '../../iam/parse';

/** A document as the rules about Amazon Q Business are given it. */
export interface ProductSubject {
  readonly kind: DocumentKind;
  readonly value: unknown;
  readonly document: AnyPolicyDocument;
  /** The application that the documents should be about; values that are not given are not compared. */
  readonly expected: ExpectedApplication;
}

export interface ExpectedApplication {
  /** Where the values come from: “the form”, “the other document”. */
  readonly saidBy: string;
  readonly region?: string;
  readonly accountId?: string;
  /** One or several; the first is the application of the form. */
  readonly applicationIds?: readonly string[];
}

/** A rule about Amazon Q Business; one file each. */
export interface ProductRule {
  readonly codes: readonly string[];
  readonly kinds?: readonly DocumentKind[];
  readonly check: (subject: ProductSubject) => Iterable<Finding>;
}

export const productFinding = (
  severity: Severity,
  rule: string,
  at: DocumentPath,
  message: string,
  source: HttpsUrl,
  fix?: Fix,
): Finding => ({ rule, severity, message, at, source, ...(fix && { fix }) });

export const allows = ({ effect }: AnyStatement): boolean => effect?.value === 'Allow';

/** The action patterns of an Allow statement that could reach this service. */
export const serviceActions = (statement: AnyStatement): readonly Located[] =>
  allows(statement) && statement.action && !statement.action.negated
    ? statement.action.entries.filter(({ value }) => value === '*' || /^qbusiness:/i.test(value))
    : [];

/**
 * Whether a document is meant for chatting: it allows a chat action, or at least half of its actions are
 * of the services named Q. Rules about chat do not apply to the policy of an administrator.
 */
export function concernsChat({ statements }: AnyPolicyDocument): boolean {
  const actions = statements.flatMap((statement) =>
    allows(statement) && statement.action && !statement.action.negated
      ? statement.action.entries.map(({ value }) => value.toLowerCase())
      : [],
  );
  const related = actions.filter((action) =>
    /^(?:q|qapps|qbusiness|codewhisperer|user-subscriptions):/.test(action),
  );
  return (
    related.some((action) => /^qbusiness:(?:chat|\*)/.test(action)) ||
    (related.length > 0 && related.length * 2 >= actions.length)
  );
}

/** Every value of a condition key, whatever the operator and the case of the key. */
export const conditionValues = (statement: AnyStatement, key: string): readonly Located[] =>
  conditionsOn(statement.conditions, key).flatMap(({ values }) => values);

/** The values that a condition key must match: those of operators that are neither negated nor `Null`. */
export const matchedValues = (statement: AnyStatement, key: string): readonly Located[] =>
  conditionsOn(statement.conditions, key).flatMap(({ operator, values }) => {
    const base = parseOperatorName(operator)?.base;
    return base === undefined || base === 'Null' || base.negated ? [] : values;
  });

/** The service principals of an Allow statement. */
export const servicePrincipals = (statement: AnyStatement): readonly Located[] =>
  allows(statement) && statement.principal && !statement.principal.negated
    ? statement.principal.entries.filter(({ kind }) => kind === 'Service')
    : [];

export interface ApplicationArnParts {
  readonly region: string;
  readonly account: string;
  /** Everything behind `application/` up to the next slash. */
  readonly applicationId: string;
  /** What follows the application, such as `/web-experience/…`; empty for the application itself. */
  readonly below: string;
}

export function readApplicationArn(text: string): ApplicationArnParts | undefined {
  const parts = arnParts(text);
  const [prefix, , service, region = '', account = '', resource = ''] = parts;
  if (prefix !== 'arn' || service !== 'qbusiness') return undefined;
  const match = /^application\/([^/]*)(\/.*)?$/s.exec(resource);
  if (!match) return undefined;
  const [, applicationId = '', below = ''] = match;
  return { region, account, applicationId, below };
}

/** Every text of a document that may be an application ARN: resources and source ARNs. */
export function* applicationArnsOf({
  document,
}: ProductSubject): Generator<Located & ApplicationArnParts> {
  for (const statement of document.statements) {
    const texts = [
      ...(statement.resource?.entries ?? []),
      ...conditionValues(statement, 'aws:SourceArn'),
    ];
    for (const located of texts) {
      const parts = readApplicationArn(located.value);
      if (parts) yield { ...located, ...parts };
    }
  }
}
