import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { styled } from '@mui/material/styles';
import { batchColumns, columnLabel, mainColumns } from '@/batch/batchRow';
import { judgeRow } from '@/batch/judgeRows';
import type { RowContent } from '@/batch/storedRows';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { visibleText } from '@/state/listedValues';
import { countRows } from '@/state/namedDrafts';
import { StatusChip } from '@/ui/StatusChip';

const Rows = styled(TableContainer)(({ theme }) => ({
  maxBlockSize: '20rem',
  '& td': { verticalAlign: 'top' },
  '& bdi': { fontFamily: theme.typography.monospace, fontSize: '0.75rem' },
  '& .MuiChip-root': { marginInlineStart: theme.spacing(0.5) },
}));

/** Rows that are listed. */
const maxShown = 20;

interface LinkRowsProps {
  readonly rows: readonly RowContent[];
  /** The values that all rows share. */
  readonly values: RoleFormValues;
}

/** The applications of a link: the first ones with their values, and those that are refused. */
export function LinkRows({ rows, values }: LinkRowsProps) {
  const shown = rows.slice(0, maxShown).map((row, index) => {
    const { notes, leftOut } = judgeRow({ ...row, id: String(index) }, values);
    const errors = notes.filter(({ tone }) => tone === 'error');
    return { row, errors, leftOut };
  });
  const columns = batchColumns.filter(
    (column) =>
      (mainColumns.some((main) => main === column) && column !== 'webExperienceId') ||
      shown.some(
        ({ row, errors }) =>
          (row.texts[column] ?? '') !== '' || errors.some((error) => error.column === column),
      ),
  );
  const hasOthers = shown.some(
    ({ row, errors }) =>
      Object.keys(row.others).length > 0 || errors.some(({ column }) => column === undefined),
  );
  const title = `The link holds ${countRows(rows)}`;
  return (
    <Rows>
      <Table size="small" aria-label={title}>
        <caption>
          {rows.length > maxShown ? `${title}; these are the first ${maxShown}` : title}
        </caption>
        <TableHead>
          <TableRow>
            <TableCell>Name</TableCell>
            {columns.map((column) => (
              <TableCell key={column}>{columnLabel(column)}</TableCell>
            ))}
            {hasOthers && <TableCell>Other values</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(({ row, errors, leftOut }, index) => (
            <TableRow key={index}>
              <TableCell component="th" scope="row">
                <bdi>{visibleText(row.name)}</bdi>
                {leftOut !== undefined && (
                  <StatusChip tone="neutral">left out: {visibleText(leftOut)}</StatusChip>
                )}
              </TableCell>
              {columns.map((column) => (
                <TableCell key={column}>
                  <bdi>{visibleText(row.texts[column] ?? '')}</bdi>
                  <Refusals of={errors.filter((error) => error.column === column)} />
                </TableCell>
              ))}
              {hasOthers && (
                <TableCell>
                  {Object.entries(row.others).map(([name, value]) => (
                    <div key={name}>
                      <bdi>{visibleText(`${name}: ${JSON.stringify(value)}`)}</bdi>
                    </div>
                  ))}
                  <Refusals of={errors.filter(({ column }) => column === undefined)} />
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Rows>
  );
}

const Refusals = ({ of }: { readonly of: readonly { readonly message: string }[] }) =>
  of.map(({ message }) => (
    <StatusChip key={message} tone="error">
      refused: {visibleText(message)}
    </StatusChip>
  ));
