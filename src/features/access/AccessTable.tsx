import { memo, useDeferredValue, useMemo, useState } from 'react';
import { styled } from '@mui/material/styles';
import type { AccessRow, StatementPlace } from '@/documents/accessTexts';
import { targetWords } from '@/documents/accessWords';
import { LiveRegion } from '@/ui/LiveRegion';
import { AccessFilters } from './AccessFilters';
import { filterRows, noFilter, type AccessFilter } from './accessFilter';
import { DecisionCells } from './DecisionCells';
import { Table } from './Table';

const Scroll = styled('div')(({ theme }) => ({
  maxBlockSize: '36rem',
  overflow: 'auto',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
}));

interface AccessTableProps {
  readonly rows: readonly AccessRow[];
  readonly onPlace: (place: StatementPlace) => void;
}

/** Every action on every target, to be narrowed down. */
export function AccessTable({ rows, onPlace }: AccessTableProps) {
  const [filter, setFilter] = useState<AccessFilter>(noFilter);
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(rows, deferred), [rows, deferred]);
  return (
    <>
      <AccessFilters filter={filter} onFilter={setFilter} />
      <LiveRegion>
        {shown.length} of {rows.length} decisions
      </LiveRegion>
      <Scroll tabIndex={0} role="group" aria-label="Decisions">
        <Rows rows={shown} onPlace={onPlace} />
      </Scroll>
    </>
  );
}

const Rows = memo(function Rows({ rows, onPlace }: AccessTableProps) {
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">On</th>
          <th scope="col">Access level</th>
          <th scope="col">Decision</th>
          <th scope="col">Because of</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.action} ${row.target}`}>
            <th scope="row">
              <code>{row.action}</code>
            </th>
            <td>{targetWords[row.target]}</td>
            <td>{row.accessLevel ?? 'Other service'}</td>
            <DecisionCells {...row} onPlace={onPlace} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
});
