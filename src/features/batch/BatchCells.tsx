import { memo, useDeferredValue } from 'react';
import Chip from '@mui/material/Chip';
import Tooltip from '@mui/material/Tooltip';
import { styled } from '@mui/material/styles';
import {
  GridActionsCell,
  GridActionsCellItem,
  GridCellCheckboxRenderer,
  type GridRenderCellParams,
} from '@mui/x-data-grid';
import type { BatchColumn, BatchRow } from '@/batch/batchRow';
import type { CellNote } from '@/batch/cellNotes';
import type { RowVerdict } from '@/batch/tasks';
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

/** The text of a cell, and its errors and cautions. */
export const NotedCell = memo(function NotedCell({
  id,
  column,
  text,
  inherited: shared,
}: NotedCellProps) {
  const verdict = useVerdict(id);
  const notes = verdict?.notes.filter((note) => note.column === column) ?? [];
  return (
    <TextLine
      text={text}
      inherited={column === 'roleName' ? (verdict?.roleName ?? '') : shared}
      tone={notes.some((note) => note.tone === 'error') ? 'error' : notes[0]?.tone}
      messages={notes.map(({ message }) => message).join('. ')}
    />
  );
});

interface TextLineProps {
  readonly text: string;
  readonly inherited: string;
  readonly tone: CellNote['tone'] | undefined;
  readonly messages: string;
}

/** Renders again only when its own text or notes change, while new verdicts reach every cell. */
const TextLine = memo(function TextLine({ text, inherited, tone, messages }: TextLineProps) {
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
});

/** Whether a row can be used, in words. */
export const StateCell = memo(function StateCell({ id }: { readonly id: string }) {
  const verdict = useVerdict(id);
  const why =
    verdict?.leftOut ??
    verdict?.notes
      .filter(({ column }) => column === undefined)
      .map(({ message }) => message)
      .join('. ');
  return <StateChip label={describeState(verdict)} state={verdict?.state} why={why ?? ''} />;
});

interface StateChipProps {
  readonly label: string;
  readonly state: RowVerdict['state'] | undefined;
  readonly why: string;
}

const StateChip = memo(function StateChip({ label, state, why }: StateChipProps) {
  const colour =
    state === 'error'
      ? 'error'
      : state === 'ready'
        ? label === 'Ready'
          ? 'success'
          : 'warning'
        : 'default';
  const chip = (
    <Chip
      size="small"
      variant="outlined"
      label={label}
      color={colour}
      {...(state === 'left-out' && { className: 'left-out' })}
    />
  );
  return why === '' ? chip : <Tooltip title={why}>{chip}</Tooltip>;
});

/** Whether two sets of parameters show the same: the grid makes new objects for every rendering. */
const areAlike = (
  one: GridRenderCellParams<BatchRow>,
  other: GridRenderCellParams<BatchRow>,
): boolean =>
  one.id === other.id &&
  one.field === other.field &&
  one.hasFocus === other.hasFocus &&
  one.tabIndex === other.tabIndex;

/**
 * Whether the controls of a cell are drawn. Controls take most of the time of a row: they follow
 * their row in a later, interruptible rendering, so that turning a page or sorting keeps nobody
 * waiting. A cell with the focus has them at once, since one of them takes the focus.
 */
const useHasControls = (hasFocus: boolean): boolean => useDeferredValue(true, hasFocus);

/** Selects its row. */
export const SelectionCell = memo(function SelectionCell(params: GridRenderCellParams<BatchRow>) {
  return useHasControls(params.hasFocus) && <GridCellCheckboxRenderer {...params} />;
}, areAlike);

interface ActionsCellProps extends GridRenderCellParams<BatchRow> {
  readonly onGoTo: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** What can be done with one row. */
export const ActionsCell = memo(
  function ActionsCell({ onGoTo, onRemove, ...params }: ActionsCellProps) {
    const id = String(params.id);
    if (!useHasControls(params.hasFocus)) return null;
    return (
      <GridActionsCell {...params}>
        <GridActionsCellItem
          icon={<Icon name="file" />}
          label="Show documents"
          onClick={() => onGoTo(id)}
        />
        <GridActionsCellItem
          icon={<Icon name="remove" />}
          label="Remove row"
          onClick={() => onRemove(id)}
        />
      </GridActionsCell>
    );
  },
  (one, other) =>
    areAlike(one, other) && one.onGoTo === other.onGoTo && one.onRemove === other.onRemove,
);
