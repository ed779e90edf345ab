import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { styled } from '@mui/material/styles';
import {
  DataGrid,
  GRID_CHECKBOX_SELECTION_COL_DEF,
  useGridApiRef,
  type GridColDef,
  type GridFilterModel,
  type GridRowParams,
  type GridRowSelectionModel,
  type GridSlotsComponentsProps,
  type GridSortModel,
} from '@mui/x-data-grid';
import {
  batchColumns,
  columnLabel,
  mainColumns,
  type BatchColumn,
  type BatchRow,
} from '@/batch/batchRow';
import type { RowVerdict } from '@/batch/tasks';
import { afterPaint } from '@/browser/afterPaint';
import { nextTask } from '@/browser/nextTask';
import { ActionsCell, NotedCell, SelectionCell, StateCell } from './BatchCells';
import { describeState } from './rowState';
import { Verdicts } from './verdicts';

export interface BatchGridProps {
  readonly rows: readonly BatchRow[];
  /** By the row's ID; a row without one is being checked. */
  readonly verdicts: ReadonlyMap<string, RowVerdict>;
  /** What a row inherits where its cell is empty. */
  readonly inherited: (column: BatchColumn) => string;
  readonly selection: GridRowSelectionModel;
  readonly onSelection: (selection: GridRowSelectionModel) => void;
  /** Returns the row as it is kept. */
  readonly onUpdate: (row: BatchRow) => BatchRow;
  /** A click on a row shows its documents, below the table. */
  readonly onShow: (id: string) => void;
  /** Its button goes to them. */
  readonly onGoTo: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

const widths: Partial<Record<BatchColumn, number>> = {
  region: 130,
  accountId: 135,
  applicationId: 325,
  webExperienceId: 325,
  roleName: 270,
  description: 260,
  permissionsBoundary: 360,
};

const hiddenColumns = Object.fromEntries(
  batchColumns
    .filter((column) => !mainColumns.some((main) => main === column))
    .map((column) => [column, false]),
);

const Grid = styled(DataGrid<BatchRow>)(({ theme }) => ({
  backgroundColor: theme.vars.palette.background.paper,
  '& .identifier': { fontFamily: theme.typography.monospace, fontSize: '0.78125rem' },
  '& .MuiDataGrid-cell:focus, & .MuiDataGrid-cell:focus-within': {
    outline: `2px solid ${theme.vars.palette.control.focus}`,
    outlineOffset: -2,
  },
  '& .MuiDataGrid-row:has(.left-out)': { color: theme.vars.palette.text.secondary },
}));

/** The table of applications: rows are edited, sorted and filtered, and problems stand in their cells. */
export const BatchGrid = memo(function BatchGrid({ verdicts, ...table }: BatchGridProps) {
  const latest = useRef(verdicts);
  useEffect(() => {
    latest.current = verdicts;
  }, [verdicts]);
  const [isSortedByState, setIsSortedByState] = useState(false);
  const [isFiltered, setIsFiltered] = useState(false);
  const stateOf = useCallback((id: string) => describeState(latest.current.get(id)), []);
  // New columns make the grid sort, filter and render all rows: needed only while the state decides
  // which rows are shown, or in which order.
  const judgedStateOf = useCallback((id: string) => describeState(verdicts.get(id)), [verdicts]);
  return (
    <Verdicts value={verdicts}>
      <Table
        {...table}
        stateOf={isSortedByState || isFiltered ? judgedStateOf : stateOf}
        onSort={setIsSortedByState}
        onFilter={setIsFiltered}
      />
    </Verdicts>
  );
});

interface TableProps extends Omit<BatchGridProps, 'verdicts'> {
  /** In words, by the row's ID. */
  readonly stateOf: (id: string) => string;
  /** Told whether the state sorts the rows. */
  readonly onSort: (isByState: boolean) => void;
  readonly onFilter: (isFiltered: boolean) => void;
}

/**
 * Renders neither for new rows, which go to the grid through its API, nor for new verdicts, which the
 * cells read from their context.
 */
const Table = memo(function Table({
  rows,
  stateOf,
  inherited,
  selection,
  onSelection,
  onUpdate,
  onShow,
  onGoTo,
  onRemove,
  onSort,
  onFilter,
}: TableProps) {
  const { apiRef, noteEdit } = useHandedRows(rows);
  const columns = useMemo(
    (): GridColDef<BatchRow>[] => [
      {
        ...GRID_CHECKBOX_SELECTION_COL_DEF,
        renderCell: (params) => <SelectionCell {...params} />,
      },
      {
        field: 'state',
        headerName: 'State',
        width: 125,
        valueGetter: (_, row) => stateOf(row.id),
        renderCell: ({ row }) => <StateCell id={row.id} />,
      },
      { field: 'name', headerName: 'Name', width: 150, editable: true },
      ...batchColumns.map((column): GridColDef<BatchRow> => ({
        field: column,
        headerName: columnLabel(column),
        width: widths[column] ?? 150,
        editable: true,
        cellClassName: 'identifier',
        valueGetter: (_, row) => row.texts[column] ?? '',
        valueSetter: (value: string, row) => ({
          ...row,
          texts: { ...row.texts, [column]: value },
        }),
        renderCell: ({ row }) => (
          <NotedCell
            id={row.id}
            column={column}
            text={row.texts[column] ?? ''}
            inherited={inherited(column)}
          />
        ),
      })),
      {
        field: 'actions',
        type: 'actions',
        headerName: 'Actions',
        width: 90,
        renderCell: (params) => <ActionsCell {...params} onGoTo={onGoTo} onRemove={onRemove} />,
      },
    ],
    [stateOf, inherited, onGoTo, onRemove],
  );
  // One task for the key that ends the edit, one for the rows of the store, one for the grid.
  const update = useCallback(
    async (row: BatchRow) => {
      await nextTask();
      const updated = onUpdate(row);
      noteEdit(updated);
      await nextTask();
      return updated;
    },
    [onUpdate, noteEdit],
  );
  const select = useSelection(apiRef, selection, onSelection);
  const sort = useCallback(
    (model: GridSortModel) => onSort(model.some(({ field }) => field === 'state')),
    [onSort],
  );
  const filter = useCallback(
    ({ items, quickFilterValues = [] }: GridFilterModel) =>
      onFilter(items.length > 0 || quickFilterValues.length > 0),
    [onFilter],
  );
  const showRow = useCallback(({ id }: GridRowParams) => onShow(String(id)), [onShow]);
  return (
    <Grid
      apiRef={apiRef}
      label="Applications"
      rows={noRows}
      columns={columns}
      density="compact"
      checkboxSelection
      disableRowSelectionOnClick
      onRowSelectionModelChange={select}
      onSortModelChange={sort}
      onFilterModelChange={filter}
      processRowUpdate={update}
      onRowClick={showRow}
      initialState={initialState}
      pageSizeOptions={pageSizes}
      rowBufferPx={rowBuffer}
      showToolbar
      slotProps={slotProps}
    />
  );
});

const noRows: readonly BatchRow[] = [];
const pageSizes = [25, 50, 100];
/** Pixels of rows that are drawn beyond those in sight: two rows. */
const rowBuffer = 72;
const initialState = {
  columns: { columnVisibilityModel: hiddenColumns },
  pagination: { paginationModel: { pageSize: 100, page: 0 } },
};
const slotProps: GridSlotsComponentsProps = {
  // Our own CSV keeps accounts as text and carries no formula.
  toolbar: {
    csvOptions: { disableToolbarButton: true },
    printOptions: { disableToolbarButton: true },
  },
};

/** Reports what is selected in the grid, and selects in the grid what is selected elsewhere. */
function useSelection(
  apiRef: ReturnType<typeof useGridApiRef>,
  selection: GridRowSelectionModel,
  onSelection: (selection: GridRowSelectionModel) => void,
): (selection: GridRowSelectionModel) => void {
  /** The last selection that either side knows from the other. */
  const known = useRef(selection);
  useEffect(() => {
    if (selection === known.current) return;
    known.current = selection;
    apiRef.current?.setRowSelectionModel(selection);
  }, [apiRef, selection]);
  return useCallback(
    (next) => {
      known.current = next;
      onSelection(next);
    },
    [onSelection],
  );
}

/** Rows; no window shows more of them at once. */
const mostInSight = 32;
/** Rows that are added to the grid in one task while it fills. */
const rowsPerTask = 4;

/**
 * Gives the grid its rows through its API, so that the component around it does not render. An empty
 * grid gets the first of them a few in each task: all in one task would block the page.
 */
function useHandedRows(rows: readonly BatchRow[]) {
  const apiRef = useGridApiRef();
  const handed = useRef(noRows);
  /** The row of the last edit in the grid, which shows it already. */
  const edited = useRef<BatchRow>(undefined);
  useEffect(() => {
    const hand = (part: readonly BatchRow[]) => {
      handed.current = part;
      apiRef.current?.setRows([...part]);
    };
    const changed = changesOf(handed.current, rows);
    if (changed !== undefined && changed.length <= 1) {
      const [row] = changed;
      if (row === undefined || row === edited.current) {
        handed.current = rows;
        edited.current = undefined;
        return undefined;
      }
      return afterPaint(() => {
        handed.current = rows;
        apiRef.current?.updateRows([row]);
      });
    }
    if (handed.current.length > 0) return afterPaint(() => hand(rows));
    let cancel: (() => void) | undefined;
    const handMore = (count: number) => {
      const isLast = count >= Math.min(rows.length, mostInSight);
      hand(isLast ? rows : rows.slice(0, count));
      if (!isLast) cancel = afterPaint(() => handMore(count + rowsPerTask));
    };
    handMore(rowsPerTask);
    return () => cancel?.();
  }, [apiRef, rows]);
  return {
    apiRef,
    noteEdit: useCallback((row: BatchRow) => {
      edited.current = row;
    }, []),
  };
}

/** The rows that changed; undefined if rows were added, removed or moved. */
function changesOf(
  before: readonly BatchRow[],
  after: readonly BatchRow[],
): readonly BatchRow[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed = after.filter((row, index) => row !== before[index]);
  const isInPlace = after.every(({ id }, index) => id === before[index]?.id);
  return isInPlace ? changed : undefined;
}
