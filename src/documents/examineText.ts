import { runToEnd } from '../iam/runToEnd';
import type { DocumentKind } from '../iam/documentKind';
import { rules } from '../iam/lint/index';
import type { Finding } from '../iam/lint/rule';
import { parsePolicy } from '../iam/parse';
import { serviceCatalogue } from '../qbusiness/actions';
import type { ExpectedApplication, ProductSubject } from '../qbusiness/rules/productRule';
import { productFindings } from '../qbusiness/auditDocuments';
import { jsonPointer } from '../syntax/jsonRanges';
import type { ReadPolicy } from './readPolicies';
import { kindOf } from './readRoles';

/** One document of a text with the findings of the rules. */
export interface ExaminedPolicy extends ExaminedValue {
  readonly policy: ReadPolicy;
  /** Which of the texts it stands in. */
  readonly text: number;
  readonly recognisedKind: DocumentKind;
}

export interface ExaminedValue extends ProductSubject {
  readonly findings: Finding[];
}

/** Applies every rule to one document, one rule at a time. */
export function* examinePolicy(
  policy: ReadPolicy,
  text: number,
  chosenKind: DocumentKind | undefined,
  expected?: ExpectedApplication,
): Generator<void, ExaminedPolicy> {
  const recognisedKind = kindOf(policy);
  const kind = chosenKind ?? recognisedKind;
  const steps = examineSteps(policy.value, kind, policy.facts.isInline, expected);
  const examined = yield* steps;
  // The size limit for customer managed policies does not hold for policies of AWS.
  const isOfAws = policy.facts.policyArn?.includes(':iam::aws:policy/') === true;
  const findings = isOfAws
    ? examined.findings.filter(({ rule }) => !rule.startsWith('POLICY_SIZE_'))
    : examined.findings;
  return { ...examined, findings, policy, text, recognisedKind };
}

/** The findings of the rules on a document that has no text. */
export function examineValue(
  value: unknown,
  kind: DocumentKind,
  isInline: boolean,
  expected?: ExpectedApplication,
): ExaminedValue {
  return runToEnd(examineSteps(value, kind, isInline, expected));
}

function* examineSteps(
  value: unknown,
  kind: DocumentKind,
  isInline: boolean,
  expected: ExpectedApplication = { saidBy: 'the form' },
): Generator<void, ExaminedValue> {
  const { document, issues } = parsePolicy(value);
  const subject = {
    kind,
    value,
    document,
    issues,
    expected,
    catalogue: serviceCatalogue,
    isInline,
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (rule.kinds?.includes(kind) ?? true) findings.push(...rule.check(subject));
    yield;
  }
  findings.push(...productFindings(subject));
  yield;
  return { ...subject, findings: withoutConsequences(findings) };
}

/** Leaves out what follows from a placeholder: that it is no valid Region, account or ID. */
function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const placeholders = new Set(
    findings
      .filter(({ rule }) => rule === 'QBUSINESS_LEFT_OVER_TOKEN')
      .map(({ at }) => jsonPointer(at)),
  );
  return findings.filter(
    ({ rule, at }) =>
      !/^INVALID_ARN_|APPLICATION_ID_FORM$/.test(rule) || !placeholders.has(jsonPointer(at)),
  );
}
