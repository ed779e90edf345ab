import type { RowVerdict } from '@/batch/tasks';
import { counted } from '@/words/counts';

/** The state of a row in one or two words, as the table sorts and filters it. */
export function describeState(verdict: RowVerdict | undefined): string {
  if (verdict === undefined) return 'Checking';
  if (verdict.state === 'left-out') return 'Left out';
  const count = (tone: 'error' | 'caution') =>
    verdict.notes.filter((note) => note.tone === tone).length;
  const errors = count('error');
  if (errors > 0) return counted(errors, 'error');
  const cautions = count('caution');
  if (cautions > 0) return counted(cautions, 'caution');
  return 'Ready';
}
