import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import type { BatchColumn, BatchRow } from '@/batch/batchRow';
import type { BatchVerdict } from '@/batch/tasks';
import { counted } from '@/words/counts';

interface SuggestionsProps {
  readonly verdict: BatchVerdict;
  readonly rows: readonly BatchRow[];
  readonly onAccept: (column: BatchColumn, from: string, to: string) => void;
}

interface Suggestion {
  readonly column: BatchColumn;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Asks once for each value that a spreadsheet may have changed, such as an account without its leading zero. */
export function Suggestions({ verdict, rows, onAccept }: SuggestionsProps) {
  const suggestions = useMemo(() => suggestionsOf(verdict, rows), [verdict, rows]);
  return suggestions.slice(0, 5).map(({ column, from, to, count }) => (
    <Alert
      key={`${column} ${from}`}
      severity="info"
      role="status"
      sx={layout}
      action={<Button onClick={() => onAccept(column, from, to)}>Use {to}</Button>}
    >
      {count === 1 ? 'One row has' : `${counted(count, 'row')} have`} the account <bdi>{from}</bdi>.
      Spreadsheets drop leading zeros: is it <bdi>{to}</bdi>?
    </Alert>
  ));
}

/** On a phone the button stands below the words, which need the width. */
const layout = {
  '@media (max-width: 600px)': {
    flexWrap: 'wrap',
    '& > .MuiAlert-message': { flex: '1 1 0' },
    '& > .MuiAlert-action': { flex: '0 0 100%', margin: 0, padding: 0 },
  },
} as const;

function suggestionsOf(verdict: BatchVerdict, rows: readonly BatchRow[]): readonly Suggestion[] {
  const asked = verdict.rows.filter(({ notes }) =>
    notes.some(({ suggestion }) => suggestion !== undefined),
  );
  if (asked.length === 0) return [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, Suggestion>();
  for (const { id, notes } of asked) {
    for (const { column, suggestion } of notes) {
      if (column === undefined || suggestion === undefined) continue;
      const from = byId.get(id)?.texts[column]?.trim();
      if (from === undefined) continue;
      const key = `${column} ${from}`;
      const count = (found.get(key)?.count ?? 0) + 1;
      found.set(key, { column, from, to: suggestion, count });
    }
  }
  return [...found.values()];
}
