import { styled } from '@mui/material/styles';
import type { RequesterRow, StatementPlace } from '@/documents/accessTexts';
import { DecisionCells } from './DecisionCells';
import { Table } from './Table';

const Scroll = styled('div')(({ theme }) => ({
  overflowX: 'auto',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
}));

interface RequesterTableProps {
  readonly rows: readonly RequesterRow[];
  readonly onPlace: (place: StatementPlace) => void;
}

/** Whom the trust policy lets in, and whom it keeps out. */
export function RequesterTable({ rows, onPlace }: RequesterTableProps) {
  return (
    <Scroll>
      <Table>
        <thead>
          <tr>
            <th scope="col">Who asks</th>
            <th scope="col">Decision</th>
            <th scope="col">Because of</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) => (
            // Two trust policies ask about the same people.
            <tr key={`${row.id} ${position}`}>
              <th scope="row">
                {row.label}
                {row.isIntended && ' (intended)'}
              </th>
              <DecisionCells {...row} onPlace={onPlace} />
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}
