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
  readonly onShow: (id: string) => void;
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

/** The applications as a table: a cell is typed over, sorted, filtered and judged where it stands. */
export const BatchGrid = memo(function BatchGrid({ verdicts, ...table }: BatchGridProps) {
  const latest = useRef(verdicts);
  useEffect(() => {
    latest.current = verdicts;
  }, [verdicts]);
  const [isSortedByState, setIsSortedByState] = useState(false);
  const [isFiltered, setIsFiltered] = useState(false);
  const stateOf = useCallback((id: string) => describeState(latest.current.get(id)), []);
  // Other columns make the grid sort, filter and draw everything again: only where the state counts.
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

/** Drawn anew neither for other rows, which the grid is handed, nor for verdicts, which cells read. */
const Table = memo(function Table({
  rows,
  stateOf,
  inherited,
  selection,
  onSelection,
  onUpdate,
  onShow,
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
        renderCell: (params) => <ActionsCell {...params} onShow={onShow} onRemove={onRemove} />,
      },
    ],
    [stateOf, inherited, onShow, onRemove],
  );
  // The key that ends the edit, the table around the grid, and the grid: a task each.
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

/** Tells of the selection, and puts another in its place where the table around the grid has one. */
function useSelection(
  apiRef: ReturnType<typeof useGridApiRef>,
  selection: GridRowSelectionModel,
  onSelection: (selection: GridRowSelectionModel) => void,
): (selection: GridRowSelectionModel) => void {
  const told = useRef(selection);
  useEffect(() => {
    if (selection === told.current) return;
    told.current = selection;
    apiRef.current?.setRowSelectionModel(selection);
  }, [apiRef, selection]);
  return useCallback(
    (next) => {
      told.current = next;
      onSelection(next);
    },
    [onSelection],
  );
}

/** More rows than the table ever shows at once. */
const mostInSight = 32;
const handedAtOnce = 4;

/**
 * Hands rows to the grid, which is not drawn anew for them. The first come a few in each task: all in
 * one would keep the page from answering.
 */
function useHandedRows(rows: readonly BatchRow[]) {
  const apiRef = useGridApiRef();
  const handed = useRef(noRows);
  /** The grid shows this one by itself. */
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
    let callOff: (() => void) | undefined;
    const handMore = (count: number) => {
      const isLast = count >= Math.min(rows.length, mostInSight);
      hand(isLast ? rows : rows.slice(0, count));
      if (!isLast) callOff = afterPaint(() => handMore(count + handedAtOnce));
    };
    handMore(handedAtOnce);
    return () => callOff?.();
  }, [apiRef, rows]);
  return {
    apiRef,
    noteEdit: useCallback((row: BatchRow) => {
      edited.current = row;
    }, []),
  };
}

/** The rows that are others under the same IDs in the same places; undefined where other IDs stand. */
function changesOf(
  before: readonly BatchRow[],
  after: readonly BatchRow[],
): readonly BatchRow[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed = after.filter((row, index) => row !== before[index]);
  const isInPlace = after.every(({ id }, index) => id === before[index]?.id);
  return isInPlace ? changed : undefined;
}
