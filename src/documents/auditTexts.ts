import type { DocumentKind } from '../iam/documentKind';
import { finding as iamFinding, type Finding, type Severity } from '../iam/lint/rule';
import { showUnknown } from '../iam/unknownValue';
import { policySize, quotas } from '../iam/quotas';
import { cutText, showInLine } from '../iam/unseenCharacters';
import type { ExpectedApplication } from '../qbusiness/rules/productRule';
import {
  attachedPolicyFinding,
  disagreements,
  documentKindWords,
  wrongKind,
  wrongPrincipal,
} from '../qbusiness/auditDocuments';
import { jsonPointer, type TextRange } from '../syntax/jsonRanges';
import { readScope, type AuditCounts, type AuditScope, type ScopedPolicy } from './auditScope';
import { examinePolicy, type ExaminedPolicy } from './examineText';
import { decodeEdit, fixOf, type AuditFix } from './fixEdits';
import { runToEnd } from '../iam/runToEnd';
import type { ReadPolicy, ReadText } from './readPolicies';
import type { Remark } from './readers/source';
import type { ReadInput as AuditedInput } from './readRoles';
import { TextLines } from './textLines';

export interface AuditInput {
  readonly texts: readonly AuditedInput[];
  /** The application that the documents should be about; nothing is compared if left out. */
  readonly expected?: ExpectedApplication;
  /** Which roles of a longer list are shown; those that concern Amazon Q Business if left out. */
  readonly scope?: AuditScope;
}

export interface AuditedDocument extends TextRange {
  /** “Trust policy of Web”, or its kind alone. */
  readonly label: string;
  readonly kind: DocumentKind;
  readonly recognisedKind: DocumentKind;
  /** The document as a JSON value. */
  readonly value: unknown;
}

export interface AuditFinding extends TextRange {
  /** Made of document, place and rule, so that it stays the same while the text is edited elsewhere. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source: Finding['source'];
  /** Position of its document in the text; absent for a finding outside of all documents. */
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
  /** Sentences about texts without documents, which are no findings because other texts have some. */
  readonly remarks: readonly string[];
  /** In the order of the text; of a document with more than `maxFindings`, the gravest. */
  readonly findings: readonly AuditFinding[];
  /** How many findings were left out. */
  readonly omitted: number;
  /** How many of the findings `fixSafely` resolves. */
  readonly safeFixes: number;
}

/** The documents of one role, or of a role that no text names. */
export interface AuditedRole {
  /** Absent where no text names the role. */
  readonly name?: string;
  readonly arn?: string;
  /** Positions of texts and of documents in them. */
  readonly documents: readonly { readonly text: number; readonly document: number }[];
}

export interface Audit {
  readonly texts: readonly AuditedText[];
  /** The roles that are shown. */
  readonly roles: readonly AuditedRole[];
  readonly counts: AuditCounts;
}

/** Gravest first. */
const severities: readonly Severity[] = ['error', 'securityWarning', 'warning', 'suggestion'];

/** Findings that are kept of one document. */
const maxFindings = 1_000;

/** Audits texts: reads their documents, and applies every rule. Never throws. */
export function auditTexts(input: AuditInput): Audit {
  return runToEnd(auditSteps(input));
}

/** As {@link auditTexts}, one step at a time, so that the caller can do other work in between. */
export function* auditSteps({ texts, expected, scope }: AuditInput): Generator<void, Audit> {
  const read = yield* readScope(texts, scope ?? { roles: [] });
  const examined = new Map<ScopedPolicy, ExaminedPolicy>();
  for (const scoped of read.policies) {
    const { policy, text, chosenKind } = scoped;
    examined.set(scoped, yield* examinePolicy(policy, text, chosenKind, expected));
  }
  const inText = texts.map((_, text) => [...examined.values()].filter((one) => one.text === text));
  const roles: AuditedRole[] = [];
  for (const group of read.groups) {
    const members = group.policies.flatMap((policy) => examined.get(policy) ?? []);
    compareWithin(group.name, members);
    const boundaries = group.boundaries.flatMap((policy) => examined.get(policy) ?? []);
    roles.push({
      ...(group.name !== undefined && { name: group.name }),
      ...(group.arn !== undefined && { arn: group.arn }),
      documents: [...members, ...boundaries].map((one) => ({
        text: one.text,
        document: inText[one.text]?.indexOf(one) ?? 0,
      })),
    });
  }
  yield;
  const isEmpty = read.counts.policies === 0 && read.groups.length === 0;
  const audited: AuditedText[] = [];
  for (const [i, { text }] of texts.entries()) {
    const content = read.texts[i];
    // That one text has no document is only advice if the others have some.
    const isAdvice = ({ code }: Remark) => code === 'NO_POLICY' && !isEmpty;
    if (content) {
      const remarks = content.remarks.filter((remark) => !isAdvice(remark));
      audited.push({
        ...placeFindings(text, { ...content, remarks }, inText[i] ?? []),
        remarks: content.remarks.filter(isAdvice).map(({ message }) => message),
      });
    }
    yield;
  }
  return { texts: audited, roles, counts: read.counts };
}

/** Adds findings that come from comparing the documents of one role. */
function compareWithin(role: string | undefined, members: readonly ExaminedPolicy[]): void {
  for (const trust of members.filter(({ kind }) => kind === 'trust')) {
    for (const permissions of members.filter(({ kind }) => kind === 'identity')) {
      permissions.findings.push(...disagreements(permissions, trust));
      // Documents without a role need not belong together.
      if (role === undefined) continue;
      permissions.findings.push(...wrongKind(permissions, trust));
      replaceFindings(trust.findings, wrongPrincipal(permissions, trust));
    }
  }
  const inline = members.filter(({ policy }) => policy.facts.isInline);
  const { maximum, source } = quotas.inlinePoliciesOfRole;
  const size = inline.reduce((sum, { value }) => sum + policySize(JSON.stringify(value)), 0);
  if (role === undefined || size <= maximum) return;
  inline[0]?.findings.push({
    rule: 'INLINE_POLICIES_EXCEED_ROLE_QUOTA',
    severity: 'warning',
    message: `The inline policies of ${role} have ${size} characters together; IAM takes ${maximum}.`,
    at: [],
    source,
  });
}

/** Replaces the findings of the same rule: those made with both documents are more precise. */
function replaceFindings(findings: Finding[], better: readonly Finding[]): void {
  for (const finding of better) {
    const known = findings.findIndex(({ rule }) => rule === finding.rule);
    findings.splice(known < 0 ? findings.length : known, known < 0 ? 0 : 1, finding);
  }
}

/** A finding before it is known which line its offsets are on. */
interface PlacedFinding {
  readonly finding: Finding;
  readonly range: TextRange;
  /** The place in the document, independent of offsets in the text. */
  readonly place: string;
  readonly document?: number;
  readonly fix?: () => AuditFix | undefined;
}

function placeFindings(
  text: string,
  content: ReadText,
  subjects: readonly ExaminedPolicy[],
): Omit<AuditedText, 'remarks'> {
  const placed = [
    ...findingsOfText(text, content, subjects),
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
  const gravest = gravestOf(placed);
  const findings = withLines(text, gravest).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return {
    documents: subjects.map(({ policy, kind, recognisedKind, value }) => ({
      label: showInLine(policy.label ?? documentKindWords[kind]),
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

/** At most `maxFindings` of each document, and of those outside of all documents. */
function gravestOf(placed: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const counts = new Map<number | undefined, number>();
  return placed
    .toSorted(
      (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
    )
    .filter(({ document }) => {
      const count = (counts.get(document) ?? 0) + 1;
      counts.set(document, count);
      return count <= maxFindings;
    });
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
      message: showInLine(showUnknown(message)),
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

/** Findings about the text itself: invalid JSON, encoded documents, characters that IAM refuses. */
function findingsOfText(
  text: string,
  { named, issues: textIssues, remarks }: ReadText,
  subjects: readonly ExaminedPolicy[],
): readonly PlacedFinding[] {
  const issues = [...textIssues, ...subjects.flatMap(({ policy }) => policy.ownIssues)];
  return [
    ...issues.map(({ message, repair, start, end }): PlacedFinding => ({
      finding: iamFinding('error', 'JSON_SYNTAX_ERROR', [], `${message}.`),
      range: { start, end },
      place: 'text',
      ...(repair && { fix: () => ({ title: 'Repair', grants: 'same', edits: [repair] }) }),
    })),
    ...remarks.map(remarkFinding),
    ...named.flatMap(({ arn, start, end }): readonly PlacedFinding[] => {
      const finding = attachedPolicyFinding(arn);
      return finding ? [{ finding, range: { start, end }, place: `attached ${arn}` }] : [];
    }),
    ...forbiddenCharacters(subjects)
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
  // Within an answer of AWS, encoded documents are normal; alone, IAM would refuse one.
  if (!encoded || policy.source.literal) return [];
  const how = encoded.encoding === 'url' ? 'URL-encoded' : 'text inside JSON';
  const finding: Finding = {
    rule: 'ENCODED_DOCUMENT',
    severity: 'suggestion',
    message: `The document is ${how}. IAM takes it only as JSON.`,
    at: [],
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html',
  };
  const edits = [decodeEdit(value, encoded)];
  const fix = () => ({ title: 'Decode the document', grants: 'same', edits }) as const;
  return [{ finding, range: encoded, place: `document ${document}`, document, fix }];
}

function remarkFinding({ code, message, range }: Remark): PlacedFinding {
  const severity = code === 'UNREADABLE_TEXT' ? 'error' : 'warning';
  const source =
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-get-document.html';
  return { finding: { rule: code, severity, message, at: [], source }, range, place: 'text' };
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
function forbiddenCharacters(subjects: readonly ExaminedPolicy[]): readonly TextRange[] {
  return subjects.flatMap(({ policy }) => {
    if (!policy.isEditable) return [];
    const { text } = policy.source;
    const root = policy.written.ranges.at(policy.at)?.value;
    if (!root) return [];
    const found = text.slice(root.start, root.end).matchAll(/[^\t\n\r\u0020-\u00ff]+/g);
    return Array.from(found, ({ index, 0: characters }) =>
      policy.source.outer({
        start: root.start + index,
        end: root.start + index + characters.length,
      }),
    );
  });
}

const characterFinding = (found: string): Finding => ({
  rule: 'UNSUPPORTED_CHARACTER',
  severity: 'error',
  message: `IAM refuses “${cutText(found, 20)}”: a policy holds ${quotas.policyDocument.allows} only.`,
  at: [],
  source: quotas.policyDocument.source,
});
