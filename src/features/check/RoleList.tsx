import OutlinedInput from '@mui/material/OutlinedInput';
import { styled } from '@mui/material/styles';
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import { pixelsOfRem } from '@/browser/pixelsOfRem';
import { showInLine } from '@/iam/unseenCharacters';
import type { RoleSummary } from '@/state/check/roleReports';
import { counted, showNumber } from '@/words/counts';
import { nameOfRole } from './roleNames';
import { SeverityCountsView } from './SeverityCountsView';

/** Root ems, so that rows grow with the size of text; only the visible rows are rendered. */
const rowHeight = 3.25;
const overscan = 6;

const Panel = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  gridTemplateColumns: 'minmax(0, 1fr)',
  blockSize: '100%',
  backgroundColor: theme.vars.palette.background.paper,
  '& > header': { padding: theme.spacing(1), display: 'grid', gap: theme.spacing(0.75) },
  '& > header > p': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
}));

const List = styled('div')(({ theme }) => ({
  position: 'relative',
  overflowY: 'auto',
  minBlockSize: '12rem',
  '&:focus-visible': { outlineOffset: -2 },
  '& > div': { position: 'relative' },
  '& [role="option"]': {
    position: 'absolute',
    insetInline: 0,
    blockSize: `${rowHeight}rem`,
    boxSizing: 'border-box',
    display: 'grid',
    alignContent: 'center',
    paddingInline: theme.spacing(1.5),
    borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
    borderInlineStart: '3px solid transparent',
    cursor: 'pointer',
    '&:hover': { backgroundColor: theme.vars.palette.control.hoverSurface },
    '&[aria-selected="true"]': {
      backgroundColor: theme.vars.palette.control.selectedSurface,
      borderInlineStartColor: theme.vars.palette.primary.main,
    },
    '& > .name': {
      ...theme.typography.body2,
      fontFamily: theme.typography.monospace,
      fontSize: '0.8125rem',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  },
}));

interface RoleListProps {
  readonly roles: readonly RoleSummary[];
  readonly shown: string | undefined;
  readonly onShow: (key: string) => void;
}

/** The roles with their numbers of findings: a list with arrow keys and a filter. */
export function RoleList({ roles, shown, onShow }: RoleListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState('');
  const [scroll, setScroll] = useState(() => ({
    top: 0,
    height: 800,
    row: pixelsOfRem(rowHeight),
  }));
  const wanted = useDeferredValue(filter).trim().toLowerCase();
  const found =
    wanted === ''
      ? roles
      : roles.filter((role) =>
          `${nameOfRole(role)} ${role.arn ?? ''}`.toLowerCase().includes(wanted),
        );
  const first = Math.max(0, Math.floor(scroll.top / scroll.row) - overscan);
  const last = Math.ceil((scroll.top + scroll.height) / scroll.row) + overscan;
  const selected = found.findIndex(({ key }) => key === shown);
  const optionId = (index: number) => `${id}-${index}`;

  const choose = (index: number) => {
    const role = found[Math.min(Math.max(index, 0), found.length - 1)];
    if (!role) return;
    onShow(role.key);
    const frame = list.current;
    const height = pixelsOfRem(rowHeight);
    const top = found.indexOf(role) * height;
    if (!frame) return;
    if (top < frame.scrollTop) frame.scrollTop = top;
    if (top + height > frame.scrollTop + frame.clientHeight) {
      frame.scrollTop = top + height - frame.clientHeight;
    }
  };
  const handleKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(scroll.height / scroll.row) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: selected + 1,
      ArrowUp: Math.max(0, selected - 1),
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: found.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };

  return (
    <Panel>
      <header>
        <OutlinedInput
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
          placeholder={`Search ${counted(roles.length, 'role')}`}
          inputProps={{
            'aria-label': 'Search roles',
            type: 'search',
            'aria-controls': `${id}-list`,
          }}
        />
        {wanted !== '' && <p role="status">{showNumber(found.length)} found</p>}
      </header>
      <List
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Roles"
        tabIndex={0}
        aria-activedescendant={selected === -1 ? undefined : optionId(selected)}
        onKeyDown={handleKey}
        onScroll={({ currentTarget }) =>
          setScroll({
            top: currentTarget.scrollTop,
            height: currentTarget.clientHeight,
            row: pixelsOfRem(rowHeight),
          })
        }
      >
        <div style={{ blockSize: `${found.length * rowHeight}rem` }}>
          {found.slice(first, last).map((role, i) => {
            const index = first + i;
            return (
              <div
                key={role.key}
                id={optionId(index)}
                role="option"
                aria-selected={role.key === shown}
                aria-setsize={found.length}
                aria-posinset={index + 1}
                tabIndex={-1}
                style={{ insetBlockStart: `${index * rowHeight}rem` }}
                onClick={() => choose(index)}
                onKeyDown={handleKey}
              >
                <span className="name" title={showInLine(role.arn ?? role.name ?? '')}>
                  {nameOfRole(role)}
                </span>
                <SeverityCountsView counts={role.findings} />
              </div>
            );
          })}
        </div>
      </List>
    </Panel>
  );
}
