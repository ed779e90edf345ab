import type { DocumentKind } from '../iam/documentKind';
import { rules } from '../iam/lint/index';
import type { Finding } from '../iam/lint/rule';
import { parsePolicy } from '../iam/parse';
import { serviceCatalogue } from '../qbusiness/actions';
import type { ExpectedApplication, ProductSubject } from '../qbusiness/rules/productRule';
import { productFindings } from '../qbusiness/auditDocuments';
import { jsonPointer } from '../syntax/jsonRanges';
import type { ReadPolicy } from './readPolicies';
import { kindOf } from './roles';

/** One document of a text with what its rules found. */
export interface ExaminedPolicy extends ProductSubject {
  readonly policy: ReadPolicy;
  /** Which of the texts it stands in. */
  readonly text: number;
  readonly recognisedKind: DocumentKind;
  readonly findings: Finding[];
}

/** Looks at one document by itself, with pauses between the rules. */
export function* examinePolicy(
  policy: ReadPolicy,
  text: number,
  chosenKind: DocumentKind | undefined,
  expected: ExpectedApplication = { saidBy: 'the form' },
): Generator<void, ExaminedPolicy> {
  const { document, issues } = parsePolicy(policy.value);
  const recognisedKind = kindOf(policy);
  const kind = chosenKind ?? recognisedKind;
  const subject = {
    kind,
    value: policy.value,
    document,
    issues,
    expected,
    catalogue: serviceCatalogue,
    isInline: policy.facts.isInline,
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (rule.kinds?.includes(kind) ?? true) findings.push(...rule.check(subject));
    yield;
  }
  findings.push(...productFindings(subject));
  yield;
  return { ...subject, policy, text, recognisedKind, findings: withoutEchoes(findings) };
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
