import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { styled } from '@mui/material/styles';
import {
  DataGrid,
  GridActionsCell,
  GridActionsCellItem,
  type GridColDef,
  type GridRowSelectionModel,
} from '@mui/x-data-grid';
import {
  batchColumns,
  columnLabel,
  mainColumns,
  type BatchColumn,
  type BatchRow,
} from '@/batch/batchRow';
import type { RowVerdict } from '@/batch/tasks';
import { Icon } from '@/ui/Icon';
import { NotedCell, StateCell } from './BatchCells';
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
  readonly onUpdate: (row: BatchRow) => void;
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
  '& .left-out': { color: theme.vars.palette.text.secondary },
}));

/** The applications as a table: a cell is typed over, sorted, filtered and judged where it stands. */
export function BatchGrid({
  rows,
  verdicts,
  inherited,
  selection,
  onSelection,
  onUpdate,
  onShow,
  onRemove,
}: BatchGridProps) {
  const latest = useRef(verdicts);
  useEffect(() => {
    latest.current = verdicts;
  }, [verdicts]);
  const [isSortedByState, setIsSortedByState] = useState(false);
  const [isFiltered, setIsFiltered] = useState(false);
  // Other columns make the grid sort, filter and draw everything again: only where the state counts.
  const judged = isSortedByState || isFiltered ? verdicts : undefined;
  const columns = useMemo(
    (): GridColDef<BatchRow>[] => [
      {
        field: 'state',
        headerName: 'State',
        width: 125,
        valueGetter: (_, row) => describeState((judged ?? latest.current).get(row.id)),
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
        renderCell: (params) => (
          <GridActionsCell {...params}>
            <GridActionsCellItem
              icon={<Icon name="file" />}
              label="Show documents"
              onClick={() => onShow(params.row.id)}
            />
            <GridActionsCellItem
              icon={<Icon name="remove" />}
              label="Remove row"
              onClick={() => onRemove(params.row.id)}
            />
          </GridActionsCell>
        ),
      },
    ],
    [judged, inherited, onShow, onRemove],
  );
  const update = useCallback(
    (row: BatchRow) => {
      onUpdate(row);
      return row;
    },
    [onUpdate],
  );
  return (
    <Verdicts value={verdicts}>
      <Grid
        label="Applications"
        rows={rows}
        columns={columns}
        density="compact"
        checkboxSelection
        disableRowSelectionOnClick
        rowSelectionModel={selection}
        onRowSelectionModelChange={onSelection}
        onSortModelChange={(model) =>
          setIsSortedByState(model.some(({ field }) => field === 'state'))
        }
        onFilterModelChange={({ items, quickFilterValues = [] }) =>
          setIsFiltered(items.length > 0 || quickFilterValues.length > 0)
        }
        processRowUpdate={update}
        onRowClick={({ id }) => onShow(String(id))}
        getRowClassName={({ id }) =>
          verdicts.get(String(id))?.state === 'left-out' ? 'left-out' : ''
        }
        initialState={{
          columns: { columnVisibilityModel: hiddenColumns },
          pagination: { paginationModel: { pageSize: 100, page: 0 } },
        }}
        pageSizeOptions={[25, 50, 100]}
        showToolbar
        slotProps={{
          // Our own CSV keeps accounts as text and carries no formula.
          toolbar: {
            csvOptions: { disableToolbarButton: true },
            printOptions: { disableToolbarButton: true },
          },
        }}
      />
    </Verdicts>
  );
}
