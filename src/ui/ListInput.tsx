import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { focusFirstControlIn } from '@/browser/focus';
import { announce } from './announcer';
import { Button } from './Button';
import { Fieldset } from './Fieldset';
import { IconButton } from './IconButton';
import { ListPages, type ListPage } from './ListPages';

export interface ListRow {
  /** Stable for the lifetime of the row. */
  readonly id: string;
  /** Names the row in "Remove …" and "… removed". */
  readonly label: string;
}

export interface ListInputProps<Row extends ListRow> {
  readonly legend: string;
  /** Hides the legend, for a list under a heading with the same text. */
  readonly legendHidden?: boolean | undefined;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly rows: readonly Row[];
  /** Which of them are shown. */
  readonly shown: ListPage;
  readonly renderRow: (row: Row, index: number) => ReactNode;
  /** Such as "Add tag". */
  readonly addLabel: string;
  readonly onAdd: () => void;
  /** Removes the row. Returns a function that restores it. */
  readonly onRemove: (index: number) => () => void;
  /** The maximum number of rows. */
  readonly maxRows?: number | undefined;
}

const Rows = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: theme.spacing(1),
  '&:not(:empty)': { marginBlockStart: theme.spacing(1) },
}));

const RowLine = styled('li')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: theme.spacing(0.5),
  alignItems: 'start',
  // Aligned with the fields, below their labels.
  '& > button': { marginBlockStart: '1.5rem' },
}));

const RowFields = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(8rem, 100%), 1fr))',
  gap: theme.spacing(1),
}));

const Foot = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  marginBlockStart: theme.spacing(1),
}));

/**
 * A list of rows that can be added, removed and restored, in pages. The focus moves to the new row, to
 * Undo, or to the restored row, and the page with it.
 */
export function ListInput<Row extends ListRow>(props: ListInputProps<Row>) {
  const { legend, legendHidden, help, error, rows, shown, renderRow } = props;
  const { addLabel, onAdd, onRemove, maxRows } = props;
  const id = useId();
  const [removed, setRemoved] = useState<{
    readonly label: string;
    readonly index: number;
    readonly undo: () => void;
  }>();
  const undoButton = useRef<HTMLButtonElement>(null);
  const known = useRef(new Set(rows.map((row) => row.id)));
  const wanted = useRef(false);

  useEffect(() => {
    const arrived = rows.find((row) => !known.current.has(row.id));
    known.current = new Set(rows.map((row) => row.id));
    if (arrived === undefined || !wanted.current) return;
    wanted.current = false;
    focusFirstControlIn(`${id}-${arrived.id}`);
  }, [rows, id]);

  useEffect(() => {
    if (removed !== undefined) undoButton.current?.focus();
  }, [removed]);

  const change = (act: () => void, index: number) => {
    wanted.current = true;
    setRemoved(undefined);
    act();
    shown.turnToEntry(index);
  };
  const remove = (index: number, label: string) => {
    setRemoved({ label, index, undo: onRemove(index) });
    announce(`${label} removed`);
  };

  return (
    <Fieldset
      id={id}
      legend={legend}
      legendHidden={legendHidden}
      help={help}
      error={error}
      foot={
        <Foot>
          <Button
            size="small"
            icon="add"
            disabled={maxRows !== undefined && rows.length >= maxRows}
            onClick={() => change(onAdd, rows.length)}
          >
            {addLabel}
          </Button>
          {maxRows !== undefined && rows.length >= maxRows && <span>At most {maxRows}.</span>}
          {removed !== undefined && (
            <>
              <span>{removed.label} removed.</span>
              <Button
                ref={undoButton}
                look="quiet"
                size="small"
                icon="undo"
                onClick={() => change(removed.undo, removed.index)}
              >
                Undo
              </Button>
            </>
          )}
        </Foot>
      }
    >
      <Rows>
        {rows.slice(shown.start, shown.end).map((row, place) => {
          const index = shown.start + place;
          return (
            <RowLine key={row.id} id={`${id}-${row.id}`}>
              <RowFields>{renderRow(row, index)}</RowFields>
              <IconButton
                icon="remove"
                label={`Remove ${row.label}`}
                onClick={() => remove(index, row.label)}
              />
            </RowLine>
          );
        })}
      </Rows>
      <ListPages of={shown} label={`Pages of ${legend.toLowerCase()}`} />
    </Fieldset>
  );
}
