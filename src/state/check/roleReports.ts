import type { Audit, AuditedDocument, AuditedRole, AuditFinding } from '@/documents/auditTexts';
import type { AuditCounts } from '@/documents/auditScope';
import type { Severity } from '@/iam/lint/rule';
import { RESOURCE_ID } from '@/qbusiness/resourceId';

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** One line of the list of roles. */
export interface RoleSummary {
  /** Stable as long as the texts name the role in the same way. */
  readonly key: string;
  /** Absent where no text names the role. */
  readonly name?: string;
  readonly arn?: string;
  readonly documents: number;
  readonly findings: SeverityCounts;
}

/** A document of a role with its position in the texts. */
export interface RoleReportDocument extends Omit<AuditedDocument, 'value'> {
  /** Which of the texts, and the document's position in it. */
  readonly text: number;
  readonly position: number;
}

export interface RoleFinding extends AuditFinding {
  /** Which of the texts. */
  readonly text: number;
}

/** An application of Amazon Q Business that documents name. */
export interface NamedApplication {
  readonly region: string;
  readonly accountId: string;
  readonly applicationId: string;
}

/** What was found about one role. */
export interface RoleReport extends RoleSummary {
  /** Positions of the texts that contain the role. */
  readonly texts: readonly number[];
  readonly documentList: readonly RoleReportDocument[];
  readonly findingList: readonly RoleFinding[];
  /** Number of findings of its texts that were left out. */
  readonly omitted: number;
  /** The first application that its documents name in full. */
  readonly application?: NamedApplication;
}

export interface CheckOverview {
  readonly roles: readonly RoleSummary[];
  readonly counts: AuditCounts;
  /** For each text, how many of its findings the safe fixes resolve. */
  readonly safeFixes: readonly number[];
  /** The requested role, or the first. */
  readonly shown?: RoleReport;
}

/** The findings by role: all of the shown role, and counts for the others. */
export function overviewOf(audit: Audit, shownKey: string | undefined): CheckOverview {
  const subjects = subjectsOf(audit);
  const findings = findingsBySubject(audit, subjects);
  const roles = subjects.map((subject, i) => summaryOf(subject, findings[i] ?? []));
  const found = roles.findIndex(({ key }) => key === shownKey);
  const at = found === -1 ? 0 : found;
  const [subject, summary] = [subjects[at], roles[at]];
  return {
    roles,
    counts: audit.counts,
    safeFixes: audit.texts.map(({ safeFixes }) => safeFixes),
    ...(subject && summary && { shown: reportOf(audit, subject, summary, findings[at] ?? []) }),
  };
}

/** A role, or a text without documents. */
interface Subject extends Pick<AuditedRole, 'name' | 'arn' | 'documents'> {
  readonly key: string;
  readonly texts: readonly number[];
}

function subjectsOf({ roles, texts }: Audit): readonly Subject[] {
  const keys = new Map<string, number>();
  const unique = (key: string) => {
    const count = (keys.get(key) ?? 0) + 1;
    keys.set(key, count);
    return count === 1 ? key : `${key} (${count})`;
  };
  const subjects = roles.map(({ name, arn, documents }): Subject => ({
    key: unique(arn ?? name ?? 'unnamed'),
    ...(name !== undefined && { name }),
    ...(arn !== undefined && { arn }),
    documents,
    texts: [...new Set(documents.map(({ text }) => text))],
  }));
  const covered = new Set(subjects.flatMap((subject) => subject.texts));
  const uncovered = texts.flatMap((text, i): readonly Subject[] =>
    covered.has(i) || (text.findings.length === 0 && text.documents.length === 0)
      ? []
      : [
          {
            key: unique(`text ${i + 1}`),
            // Policies that belong to no role of the texts.
            documents: text.documents.map((_, document) => ({ text: i, document })),
            texts: [i],
          },
        ],
  );
  return [...subjects, ...uncovered];
}

/** Assigns each finding to the role of its document, or of the next document after it. */
function findingsBySubject(
  { texts }: Audit,
  subjects: readonly Subject[],
): readonly (readonly RoleFinding[])[] {
  const owners = new Map<string, number>();
  subjects.forEach(({ documents }, subject) => {
    for (const { text, document } of documents) owners.set(`${text} ${document}`, subject);
  });
  const found: RoleFinding[][] = subjects.map(() => []);
  texts.forEach(({ documents, findings }, text) => {
    const sole = subjects.findIndex((subject) => subject.texts.includes(text));
    for (const finding of findings) {
      const document = finding.document ?? nearest(documents, finding.start);
      const owner = owners.get(`${text} ${document}`) ?? sole;
      found[owner]?.push({ ...finding, text });
    }
  });
  return found;
}

function nearest(documents: readonly AuditedDocument[], offset: number): number {
  const next = documents.findIndex(({ end }) => end > offset);
  return next === -1 ? documents.length - 1 : next;
}

function summaryOf({ key, name, arn, documents }: Subject, findings: readonly RoleFinding[]) {
  const counts = { error: 0, securityWarning: 0, warning: 0, suggestion: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return {
    key,
    ...(name !== undefined && { name }),
    ...(arn !== undefined && { arn }),
    documents: documents.length,
    findings: counts,
  } satisfies RoleSummary;
}

function reportOf(
  { texts }: Audit,
  subject: Subject,
  summary: RoleSummary,
  findings: readonly RoleFinding[],
): RoleReport {
  const application = namedApplication(
    subject.documents.map(({ text, document }) => texts[text]?.documents[document]?.value),
  );
  return {
    ...summary,
    texts: subject.texts,
    documentList: subject.documents.flatMap(({ text, document }): readonly RoleReportDocument[] => {
      const audited = texts[text]?.documents[document];
      if (!audited) return [];
      const { value: _, ...rest } = audited;
      return [{ ...rest, text, position: document }];
    }),
    findingList: findings,
    omitted: subject.texts.reduce((sum, text) => sum + (texts[text]?.omitted ?? 0), 0),
    ...(application && { application }),
  };
}

const applicationArn = new RegExp(
  `arn:aws[a-z-]*:qbusiness:([a-z0-9-]+):(\\d{12}):application/(${RESOURCE_ID})(?![A-Za-z0-9-])`,
);

function namedApplication(values: readonly unknown[]): NamedApplication | undefined {
  for (const value of values) {
    const [, region, accountId, applicationId] =
      applicationArn.exec(JSON.stringify(value) ?? '') ?? [];
    if (region !== undefined && accountId !== undefined && applicationId !== undefined) {
      return { region, accountId, applicationId };
    }
  }
  return undefined;
}
