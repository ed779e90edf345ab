import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import { styled } from '@mui/material/styles';
import type { BatchColumn } from '@/batch/batchRow';
import { Icon } from '@/ui/Icon';
import { VisuallyHidden } from '@/ui/VisuallyHidden';
import { describeState } from './rowState';
import { useVerdict } from './verdicts';

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
  /** Of the row. */
  readonly id: string;
  readonly column: BatchColumn;
  readonly text: string;
  /** What counts where the cell is empty; a role has a name of its own then. */
  readonly inherited: string;
}

/** A cell, and what speaks against it. */
export function NotedCell({ id, column, text, inherited: shared }: NotedCellProps) {
  const verdict = useVerdict(id);
  const notes = verdict?.notes.filter((note) => note.column === column) ?? [];
  const inherited = column === 'roleName' ? (verdict?.roleName ?? '') : shared;
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
export function StateCell({ id }: { readonly id: string }) {
  const verdict = useVerdict(id);
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
  const chip = (
    <Chip
      size="small"
      variant="outlined"
      label={label}
      color={colour}
      {...(verdict?.state === 'left-out' && { className: 'left-out' })}
    />
  );
  const why =
    verdict?.leftOut ??
    verdict?.notes
      .filter(({ column }) => column === undefined)
      .map(({ message }) => message)
      .join('. ');
  return why === undefined || why === '' ? chip : <Tooltip title={why}>{chip}</Tooltip>;
}
