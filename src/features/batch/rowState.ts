import type { RowVerdict } from '@/batch/tasks';

/** The state of a row in one or two words, as the table sorts and filters it. */
export function describeState(verdict: RowVerdict | undefined): string {
  if (verdict === undefined) return 'Checking';
  if (verdict.state === 'left-out') return 'Left out';
  const count = (tone: 'error' | 'caution') =>
    verdict.notes.filter((note) => note.tone === tone).length;
  const errors = count('error');
  if (errors > 0) return errors === 1 ? '1 error' : `${errors} errors`;
  const cautions = count('caution');
  if (cautions > 0) return cautions === 1 ? '1 caution' : `${cautions} cautions`;
  return 'Ready';
}
