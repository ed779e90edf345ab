import type { AccessRow, Verdict } from '@/documents/accessTexts';
import type { AccessTarget } from '@/qbusiness/accessTargets';

export interface AccessFilter {
  /** Part of an action's name, whatever the case. */
  readonly text: string;
  readonly decision: Verdict | 'any';
  readonly target: AccessTarget | 'any';
  /** An access level, or `Other service`. */
  readonly level: string;
}

export const noFilter: AccessFilter = { text: '', decision: 'any', target: 'any', level: 'any' };

export function filterRows(
  rows: readonly AccessRow[],
  { text, decision, target, level }: AccessFilter,
): readonly AccessRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      row.action.toLowerCase().includes(wanted) &&
      (decision === 'any' || row.verdict === decision) &&
      (target === 'any' || row.target === target) &&
      (level === 'any' || (row.accessLevel ?? 'Other service') === level),
  );
}
