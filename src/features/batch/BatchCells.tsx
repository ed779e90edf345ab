import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import { styled } from '@mui/material/styles';
import type { CellNote } from '@/batch/judgeRows';
import type { RowVerdict } from '@/batch/tasks';
import { Icon } from '@/ui/Icon';
import { VisuallyHidden } from '@/ui/VisuallyHidden';
import { describeState } from './rowState';

const Line = styled('span')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(0.75),
  blockSize: '100%',
  '& > .text': { overflow: 'hidden', textOverflow: 'ellipsis', unicodeBidi: 'isolate' },
  '& > .inherited': { color: theme.vars.palette.text.secondary, fontStyle: 'italic' },
  '& > svg': { flex: 'none' },
  '&[data-tone="error"] > svg': { color: theme.vars.palette.tone.error.text },
  '&[data-tone="caution"] > svg': { color: theme.vars.palette.tone.warning.text },
}));

interface NotedCellProps {
  readonly text: string;
  /** What counts where the cell is empty. */
  readonly inherited: string;
  readonly notes: readonly CellNote[];
}

/** A cell, and what speaks against it. */
export function NotedCell({ text, inherited, notes }: NotedCellProps) {
  const tone = notes.some((note) => note.tone === 'error') ? 'error' : notes[0]?.tone;
  const messages = notes.map(({ message }) => message).join('. ');
  const line = (
    <Line data-tone={tone}>
      {tone !== undefined && <Icon name={tone === 'error' ? 'error' : 'warning'} />}
      {text === '' ? (
        <span className="text inherited">{inherited}</span>
      ) : (
        <bdi className="text">{text}</bdi>
      )}
      {tone !== undefined && (
        <VisuallyHidden>
          {tone === 'error' ? 'Error: ' : 'Caution: '}
          {messages}
        </VisuallyHidden>
      )}
    </Line>
  );
  return tone === undefined ? line : <Tooltip title={messages}>{line}</Tooltip>;
}

/** Whether a row can be used, in words. */
export function StateCell({ verdict }: { readonly verdict: RowVerdict | undefined }) {
  const label = describeState(verdict);
  const isError = verdict?.state === 'error';
  const hasCaution = verdict?.state === 'ready' && label !== 'Ready';
  const colour = isError
    ? 'error'
    : hasCaution
      ? 'warning'
      : label === 'Ready'
        ? 'success'
        : 'default';
  const chip = <Chip size="small" variant="outlined" label={label} color={colour} />;
  const why =
    verdict?.leftOut ??
    verdict?.notes
      .filter(({ column }) => column === undefined)
      .map(({ message }) => message)
      .join('. ');
  return why === undefined || why === '' ? chip : <Tooltip title={why}>{chip}</Tooltip>;
}
