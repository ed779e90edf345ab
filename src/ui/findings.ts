import type { ReactNode } from 'react';
import type { Tone } from '@/theme/tokens';

/** The severities of IAM Access Analyzer, gravest first. */
export const severities = ['error', 'security-warning', 'warning', 'suggestion'] as const;
export type FindingSeverity = (typeof severities)[number];

export interface FindingItem {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  /** The name of the text, where there are several. */
  readonly file?: string | undefined;
  /** Line number, from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** Why it matters. */
  readonly reason?: ReactNode;
  /** The page behind the rule. */
  readonly source?: `https://${string}` | undefined;
  /** Such as a "Fix" button. */
  readonly action?: ReactNode;
}

interface SeverityWords {
  readonly tone: Tone;
  readonly one: string;
  readonly many: string;
}

export const severityWords: Readonly<Record<FindingSeverity, SeverityWords>> = {
  error: { tone: 'error', one: 'Error', many: 'Errors' },
  'security-warning': { tone: 'security', one: 'Security warning', many: 'Security warnings' },
  warning: { tone: 'warning', one: 'Warning', many: 'Warnings' },
  suggestion: { tone: 'info', one: 'Suggestion', many: 'Suggestions' },
};
