import type { PolicyDocument } from '../../iam/document';
import type { DocumentKind } from '../../iam/documentKind';
import { lintPolicy } from '../../iam/lint/lintPolicy';
import type { Finding, Severity } from '../../iam/lint/rule';
import { parsePolicy } from '../../iam/parse';
import { productRules } from '../../qbusiness/rules/index';
import type { RolePlan } from '../../qbusiness/plan';
import { bulletList, link, paragraph, strong, type MarkdownBlock } from '../../syntax/markdown';
import { loosePolicy } from '../policyDocuments';

/** A document of the record and its kind. */
export interface CheckedDocument {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly document: PolicyDocument;
}

const severityWords = {
  error: 'Error',
  securityWarning: 'Security warning',
  warning: 'Warning',
  suggestion: 'Suggestion',
} as const satisfies Record<Severity, string>;

/** The results of this tool's checks of the documents, with a note on what they do not cover. */
export function checkBlocks(
  plan: RolePlan,
  documents: readonly CheckedDocument[],
): readonly MarkdownBlock[] {
  const items = documents.flatMap(({ title, kind, document }) =>
    findings(plan, kind, document).map(({ severity, message, source }) => [
      strong(`${severityWords[severity]}, ${title}:`),
      ` ${message} `,
      link('AWS documentation', source),
    ]),
  );
  return [
    paragraph(
      items.length === 0
        ? 'The checks of the Policy Builder found nothing in these documents.'
        : 'The checks of the Policy Builder found:',
    ),
    ...(items.length === 0 ? [] : [bulletList(items)]),
    paragraph(
      'They follow the rules that AWS publishes for IAM Access Analyzer, without looking into the account. Other policies of the role, permissions boundaries, and policies of the organization were not looked at.',
    ),
  ];
}

function findings(
  { region, accountId, template }: RolePlan,
  kind: DocumentKind,
  policy: PolicyDocument,
): readonly Finding[] {
  const value = loosePolicy(policy);
  const { document } = parsePolicy(value);
  const [applicationId] = template.applicationIds;
  const isOne = template.applicationIds.length === 1;
  const expected = {
    saidBy: 'the form',
    region,
    accountId,
    ...(isOne && { applicationId }),
  };
  return [
    ...lintPolicy(value, { kind }),
    ...productRules
      .filter(({ kinds }) => kinds?.includes(kind) ?? true)
      .flatMap(({ check }) => [...check({ kind, value, document, expected })]),
  ];
}
