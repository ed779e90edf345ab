import type { DocumentKind } from '../iam/documentKind';
import { finding as iamFinding, type Finding, type Severity } from '../iam/lint/rule';
import { policySize, quotas } from '../iam/quotas';
import type { ExpectedApplication } from '../qbusiness/rules/productRule';
import {
  attachedPolicyFinding,
  disagreements,
  documentKindWords,
} from '../qbusiness/auditDocuments';
import { jsonPointer, type TextRange } from '../syntax/jsonRanges';
import {
  examineText,
  type AuditedInput,
  type ExaminedPolicy,
  type ExaminedText,
} from './examineText';
import { decoding, fixOf, type AuditFix } from './fixEdits';
import type { ReadPolicy, ReadText } from './readPolicies';
import { TextLines } from './textLines';

export interface AuditInput {
  readonly texts: readonly AuditedInput[];
  /** What the documents should be about; nothing is compared if left out. */
  readonly expected?: ExpectedApplication;
}

export interface AuditedDocument extends TextRange {
  /** “Trust policy of Web”, or what kind it is. */
  readonly label: string;
  readonly kind: DocumentKind;
  readonly recognisedKind: DocumentKind;
  /** The JSON value, for whoever looks further. */
  readonly value: unknown;
}

export interface AuditFinding extends TextRange {
  /** Stays the same as long as the finding is the same: document, place and rule. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source: Finding['source'];
  /** Position of its document in the text; absent for what stands outside of all. */
  readonly document?: number;
  /** Counted from 1, columns in UTF-16 code units; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fix?: AuditFix;
}

export interface AuditedText {
  readonly documents: readonly AuditedDocument[];
  /** In the order of the text; the gravest, if there are more than 1,000. */
  readonly findings: readonly AuditFinding[];
  /** How many findings were left out. */
  readonly omitted: number;
  /** How many of the findings `fixSafely` takes away. */
  readonly safeFixes: number;
}

export interface Audit {
  readonly texts: readonly AuditedText[];
}

/** Gravest first. */
const severities: readonly Severity[] = ['error', 'securityWarning', 'warning', 'suggestion'];

const maxFindings = 1_000;

/** Everything that can be found out about pasted texts without AWS. Never throws. */
export function auditTexts(input: AuditInput): Audit {
  const steps = auditSteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `auditTexts` with pauses, for whoever has to answer in between. */
export function* auditSteps({ texts, expected }: AuditInput): Generator<void, Audit> {
  const examined: ExaminedText[] = [];
  for (const text of texts) examined.push(yield* examineText(text, expected));
  comparePolicies(examined.flatMap(({ policies }) => policies));
  yield;
  const audited: AuditedText[] = [];
  for (const text of examined) {
    audited.push(placeFindings(text));
    yield;
  }
  return { texts: audited };
}

/** The permissions and the trust policy of one role; documents of no known role belong together. */
function comparePolicies(subjects: readonly ExaminedPolicy[]): void {
  for (const trust of subjects.filter(({ kind }) => kind === 'trust')) {
    for (const permissions of subjects.filter(({ kind }) => kind === 'identity')) {
      if (permissions.policy.role !== trust.policy.role) continue;
      permissions.findings.push(...disagreements(permissions, trust));
    }
  }
  const inline = subjects.filter(({ policy }) => policy.isInline);
  const { maximum, source } = quotas.inlinePoliciesOfRole;
  for (const role of new Set(inline.flatMap(({ policy }) => policy.role ?? []))) {
    const ofRole = inline.filter(({ policy }) => policy.role === role);
    const size = ofRole.reduce((sum, { value }) => sum + policySize(JSON.stringify(value)), 0);
    if (size <= maximum) continue;
    ofRole[0]?.findings.push({
      rule: 'INLINE_POLICIES_EXCEED_ROLE_QUOTA',
      severity: 'warning',
      message: `The inline policies of ${role} have ${size} characters together; IAM takes ${maximum}.`,
      at: [],
      source,
    });
  }
}

/** A finding before it is known which line its offsets are on. */
interface PlacedFinding {
  readonly finding: Finding;
  readonly range: TextRange;
  /** What it is about, independent of offsets. */
  readonly place: string;
  readonly document?: number;
  readonly fix?: () => AuditFix | undefined;
}

function placeFindings({ text, content, policies: subjects }: ExaminedText): AuditedText {
  const placed = [
    ...findingsOfText(text, content),
    ...subjects.flatMap(({ policy, findings }, document) => [
      ...encodingFindings(policy, document),
      ...findings.map((finding): PlacedFinding => ({
        finding,
        range: policy.locate(finding.at, isAboutKey(finding) ? 'key' : 'value'),
        place: `document ${document}${jsonPointer(finding.at)}`,
        document,
        fix: () => fixOf(policy, finding),
      })),
    ]),
  ];
  const gravest = placed
    .toSorted(
      (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
    )
    .slice(0, maxFindings);
  const findings = withLines(text, gravest).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return {
    documents: subjects.map(({ policy, kind, recognisedKind, value }) => ({
      label: policy.label ?? documentKindWords[kind],
      kind,
      recognisedKind,
      value,
      ...policy.locate([], 'value'),
    })),
    findings,
    omitted: placed.length - gravest.length,
    safeFixes: findings.filter(({ fix }) => fix?.grants === 'same').length,
  };
}

function withLines(text: string, placed: readonly PlacedFinding[]): readonly AuditFinding[] {
  const lines = new TextLines(text);
  const counts = new Map<string, number>();
  return placed.map(({ finding, range, place, document, fix: makeFix }) => {
    const { rule, severity, message, source } = finding;
    const name = `${place} ${rule}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const [start, end] = [lines.at(range.start), lines.at(range.end)];
    const fix = makeFix?.();
    return {
      id: count === 1 ? name : `${name} ${count}`,
      rule,
      severity,
      message,
      source,
      ...(document !== undefined && { document }),
      start: range.start,
      end: range.end,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      ...(fix && { fix }),
    };
  });
}

/** What is wrong with the text around and between what the documents say. */
function findingsOfText(
  text: string,
  { policies, attached, issues }: ReadText,
): readonly PlacedFinding[] {
  return [
    ...issues.map(({ message, repair, start, end }): PlacedFinding => ({
      finding: iamFinding('error', 'JSON_SYNTAX_ERROR', [], `${message}.`),
      range: { start, end },
      place: 'text',
      ...(repair && { fix: () => ({ title: 'Repair', grants: 'same', edits: [repair] }) }),
    })),
    ...attached.flatMap(({ arn, start, end }): readonly PlacedFinding[] => {
      const finding = attachedPolicyFinding(arn);
      return finding ? [{ finding, range: { start, end }, place: `attached ${arn}` }] : [];
    }),
    ...forbiddenCharacters(text, policies)
      .filter(({ start, end }) => !issues.some((issue) => issue.start <= start && end <= issue.end))
      .map((range) => ({
        finding: characterFinding(text.slice(range.start, range.end)),
        range,
        place: 'text',
      })),
  ];
}

const isAboutKey = ({ rule, fix }: Finding): boolean =>
  /KEY|OPERATOR|ELEMENT/.test(rule) || (fix?.edits.some(({ kind }) => kind === 'rename') ?? false);

function encodingFindings(policy: ReadPolicy, document: number): readonly PlacedFinding[] {
  const { encoded, value } = policy;
  if (!encoded) return [];
  const how = encoded.encoding === 'url' ? 'URL-encoded' : 'text inside JSON';
  const finding: Finding = {
    rule: 'ENCODED_DOCUMENT',
    severity: 'suggestion',
    message: `The document is ${how}. IAM takes it only as JSON.`,
    at: [],
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html',
  };
  const edits = [decoding(value, encoded)];
  const fix = () => ({ title: 'Decode the document', grants: 'same', edits }) as const;
  return [{ finding, range: encoded, place: `document ${document}`, document, fix }];
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
function forbiddenCharacters(text: string, policies: readonly ReadPolicy[]): readonly TextRange[] {
  return policies.flatMap(({ written, at, encoded }) => {
    const root = encoded ? undefined : written.ranges.at(at)?.value;
    if (!root) return [];
    const found = text.slice(root.start, root.end).matchAll(/[^\t\n\r\u0020-\u00ff]+/g);
    return Array.from(found, ({ index, 0: characters }) => ({
      start: root.start + index,
      end: root.start + index + characters.length,
    }));
  });
}

const characterFinding = (found: string): Finding => ({
  rule: 'UNSUPPORTED_CHARACTER',
  severity: 'error',
  message: `IAM refuses “${found.slice(0, 20)}”: a policy holds ${quotas.policyDocument.allows} only.`,
  at: [],
  source: quotas.policyDocument.source,
});
