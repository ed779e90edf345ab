import { recogniseKind, type DocumentKind } from '../iam/documentKind';
import { rules } from '../iam/lint/index';
import type { Finding } from '../iam/lint/rule';
import { parsePolicy } from '../iam/parse';
import { serviceCatalogue } from '../qbusiness/actions';
import type { ExpectedApplication, ProductSubject } from '../qbusiness/rules/productRule';
import { productFindings } from '../qbusiness/auditDocuments';
import { jsonPointer } from '../syntax/jsonRanges';
import { readPolicies, type ReadPolicy, type ReadText } from './readPolicies';

export interface AuditedInput {
  readonly text: string;
  /** What a document of the text is, by its position, where the recognised kind is wrong. */
  readonly kinds?: Readonly<Record<number, DocumentKind>>;
}

/** One document of a text with what its rules found. */
export interface ExaminedPolicy extends ProductSubject {
  readonly policy: ReadPolicy;
  readonly recognisedKind: DocumentKind;
  readonly findings: Finding[];
}

export interface ExaminedText {
  readonly text: string;
  readonly content: ReadText;
  readonly policies: readonly ExaminedPolicy[];
}

/** Looks at each document of a text by itself, with pauses between the rules. */
export function* examineText(
  { text, kinds = {} }: AuditedInput,
  expected: ExpectedApplication = { saidBy: 'the form' },
): Generator<void, ExaminedText> {
  const content = readPolicies(text);
  const policies: ExaminedPolicy[] = [];
  for (const [i, policy] of content.policies.entries()) {
    const { document, issues } = parsePolicy(policy.value);
    const recognisedKind = policy.kind ?? recogniseKind(document);
    const kind = kinds[i] ?? recognisedKind;
    const subject = {
      kind,
      value: policy.value,
      document,
      issues,
      expected,
      catalogue: serviceCatalogue,
    };
    const findings: Finding[] = [];
    for (const rule of rules) {
      if (rule.kinds?.includes(kind) ?? true) findings.push(...rule.check(subject));
      yield;
    }
    findings.push(...productFindings(subject));
    policies.push({ ...subject, policy, recognisedKind, findings: withoutEchoes(findings) });
    yield;
  }
  return { text, content, policies };
}

/** A blank that is to be filled in is no Region and no account either, which goes without saying. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const blanks = new Set(
    findings
      .filter(({ rule }) => rule === 'QBUSINESS_LEFT_OVER_TOKEN')
      .map(({ at }) => jsonPointer(at)),
  );
  return findings.filter(
    ({ rule, at }) => !rule.startsWith('INVALID_ARN_') || !blanks.has(jsonPointer(at)),
  );
}
