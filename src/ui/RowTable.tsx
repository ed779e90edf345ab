import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';

export interface RowTableColumn {
  readonly label: string;
  /** A CSS length or percentage; columns without it share the rest by their content. */
  readonly width?: string | undefined;
}

export interface RowTableRow {
  readonly key: string;
  /** The first cell is the row's header. */
  readonly cells: readonly ReactNode[];
}

export interface RowTableProps {
  readonly label: string;
  readonly columns: readonly RowTableColumn[];
  readonly rows: readonly RowTableRow[];
}

/** Below this width of its container, a table becomes a list of cards. */
const narrow = '@container (max-width: 600px)';

const Frame = styled(Paper)(({ theme }) => ({
  containerType: 'inline-size',
  overflow: 'clip',
  '& table': { tableLayout: 'fixed' },
  '& th, & td': { verticalAlign: 'top', overflowWrap: 'anywhere' },
  '& thead th': {
    ...theme.typography.caption,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    overflowWrap: 'normal',
    color: theme.vars.palette.text.secondary,
    backgroundColor: theme.vars.palette.sunken,
  },
  '& tbody th': { fontWeight: 400 },
  '& tbody tr:last-child > *': { borderBlockEnd: 0 },
  '& .cell-label': { display: 'none' },
  [narrow]: {
    '& table, & tbody, & tr, & th, & td': { display: 'block', inlineSize: 'auto !important' },
    '& thead': {
      position: 'absolute',
      inlineSize: 1,
      blockSize: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
    '& tbody tr': { paddingBlock: theme.spacing(1) },
    '& tbody tr:not(:last-child)': { borderBlockEnd: `1px solid ${theme.vars.palette.divider}` },
    '& tbody :is(th, td)': { border: 0, paddingBlock: theme.spacing(0.25) },
    '& .cell-label': {
      ...theme.typography.caption,
      display: 'block',
      fontWeight: 600,
      color: theme.vars.palette.text.secondary,
    },
  },
}));

/**
 * A table whose headers never wrap. In a narrow container its rows become cards, with each value under
 * its header unless there is only one; for assistive technology it stays a table.
 */
export function RowTable({ label, columns, rows }: RowTableProps) {
  return (
    <Frame variant="outlined">
      {/* Browsers drop the implicit roles of a table that is displayed as cards, so they are explicit. */}
      <Table size="small" role="table" aria-label={label}>
        <TableHead role="rowgroup">
          <TableRow role="row">
            {columns.map((column) => (
              <TableCell
                key={column.label}
                role="columnheader"
                style={column.width === undefined ? undefined : { inlineSize: column.width }}
              >
                {column.label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody role="rowgroup">
          {rows.map(({ key, cells }) => (
            <TableRow key={key} role="row">
              {cells.map((cell, i) => (
                <TableCell
                  key={columns[i]?.label}
                  component={i === 0 ? 'th' : 'td'}
                  role={i === 0 ? 'rowheader' : 'cell'}
                  {...(i === 0 && { scope: 'row' })}
                >
                  {i > 0 && columns.length > 2 && (
                    <span className="cell-label" aria-hidden="true">
                      {columns[i]?.label}
                    </span>
                  )}
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Frame>
  );
}
