import type { AuditedText } from '@/documents/auditTexts';
import type { DocumentKind } from '@/iam/documentKind';

/** A text under audit, as the page keeps it. */
export interface TextUnderAudit {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly kinds: Readonly<Record<number, DocumentKind>>;
}

export interface AuditResult {
  readonly audited: AuditedText;
  /** False while a newer text waits for its audit: places may have moved. */
  readonly isCurrent: boolean;
}

/** What to call a text: its file, or what it was found to be. */
export function nameOfText(
  { name }: TextUnderAudit,
  result: AuditResult | undefined,
  position: number,
): string {
  if (name !== '') return name.split('/').at(-1) ?? name;
  const documents = result?.audited.documents ?? [];
  const [only] = documents;
  if (only && documents.length === 1) return only.label;
  return documents.length > 1 ? `${documents.length} documents` : `Text ${position + 1}`;
}
