import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { useDeferredValue, useMemo, useState } from 'react';
import type { AccessReport } from '@/documents/accessTexts';
import { targetWords } from '@/documents/accessWords';
import { accessTargets } from '@/qbusiness/accessTargets';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { LiveRegion } from '@/ui/LiveRegion';
import { RowTable } from '@/ui/RowTable';
import { ToggleGroup } from '@/ui/ToggleGroup';
import { WordBreaks } from '@/ui/WordBreaks';
import { counted, firstOf } from '@/words/counts';
import { AnswerChip } from './AnswerChip';
import { actionGroups, everyAction, namesOf, type ActionGroup } from './answers';
import { Reasons, type OnPlace } from './Reasons';

const columns = [
  { label: 'Actions', width: '40%' },
  { label: 'Allowed', width: '9rem' },
  { label: 'Reason' },
];

const Tools = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  '& > .MuiOutlinedInput-root': { flex: '1 1 12rem' },
}));

const Group = styled('section')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& > h3': theme.typography.h3,
}));

const Names = styled('div')(({ theme }) => ({
  display: 'grid',
  justifyItems: 'start',
  gap: theme.spacing(0.25),
  fontWeight: 400,
  '& > strong': { fontWeight: 600 },
  '& > button': { marginInlineStart: theme.spacing(-1.5) },
}));

const options = [
  { value: 'allowed', label: 'Allowed' },
  { value: 'everything', label: 'Everything' },
] as const;

type Extent = (typeof options)[number]['value'];

/** Names that are shown in a row; the others on demand. */
const mostNames = 8;

const isWorthShowing = ({ verdict, places }: ActionGroup): boolean =>
  verdict !== 'no' || places.length > 0;

interface WhatItCanDoProps {
  readonly report: AccessReport;
  readonly onPlace: OnPlace;
}

/** The actions of the role: the allowed ones, and on demand all that were tested. */
export function WhatItCanDo({ report, onPlace }: WhatItCanDoProps) {
  const [extent, setExtent] = useState<Extent>('allowed');
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter).trim().toLowerCase();
  const groups = useMemo(() => actionGroups(report), [report]);
  const found = groups.flatMap((group): readonly ActionGroup[] => {
    if (extent === 'allowed' && !isWorthShowing(group)) return [];
    const actions = group.actions.filter((name) => name.toLowerCase().includes(wanted));
    if (actions.length === 0) return [];
    return [{ ...group, actions, isEveryAction: group.isEveryAction && wanted === '' }];
  });
  const count = found.reduce((sum, { actions }) => sum + actions.length, 0);
  if (groups.length === 0) {
    return (
      <EmptyState title="No permissions policy">
        Add the role’s permissions policies to see what it can do.
      </EmptyState>
    );
  }
  return (
    <>
      <Tools>
        <ToggleGroup label="Show" options={options} value={extent} onChange={setExtent} />
        <OutlinedInput
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
          placeholder="Filter actions"
          inputProps={{ 'aria-label': 'Filter actions', type: 'search' }}
        />
        <LiveRegion>
          {count} of {report.actions.length} tested
        </LiveRegion>
      </Tools>
      {count === 0 && extent === 'allowed' && wanted === '' && (
        <p>Nothing that was tested is allowed.</p>
      )}
      {accessTargets.map((target) => {
        const there = found.filter((group) => group.target === target);
        return (
          there.length > 0 && (
            <Group key={target}>
              <h3>{targetWords[target]}</h3>
              <RowTable
                label={targetWords[target]}
                columns={columns}
                rows={there.map((group) => ({
                  key: group.key,
                  cells: [
                    <ActionNames key="names" group={group} />,
                    <AnswerChip key="chip" answer={group} knowsIntent={false} />,
                    <Reasons key="reasons" answer={group} onPlace={onPlace} />,
                  ],
                }))}
              />
            </Group>
          )
        );
      })}
    </>
  );
}

function ActionNames({ group }: { readonly group: ActionGroup }) {
  const names = namesOf(group);
  const [isOpen, setIsOpen] = useState(false);
  const isMany = names.length > 3 * mostNames;
  const first = firstOf(names, mostNames);
  const shown = isOpen ? names : isMany ? [] : first.shown;
  return (
    <Names>
      {group.isEveryAction && <strong>{everyAction}</strong>}
      {isMany && <strong>{counted(names.length, 'action')}</strong>}
      {shown.map((name) => (
        <code key={name}>
          <WordBreaks>{name}</WordBreaks>
        </code>
      ))}
      {first.more !== undefined && (
        <Button look="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : isMany ? 'Show all' : `Show ${first.more}`}
        </Button>
      )}
    </Names>
  );
}
