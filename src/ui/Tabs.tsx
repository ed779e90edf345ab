import type { KeyboardEvent, ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { focusById } from '@/browser/focus';
import { theme } from '@/theme/theme';

export interface TabItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** After the label: a count or a chip. Part of the tab's name. */
  readonly badge?: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** What the tabs choose between. */
  readonly label: string;
  /** Unique in the page; `TabPanel` takes the same. */
  readonly idBase: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

const List = styled('div')(({ theme }) => ({
  display: 'flex',
  minInlineSize: 0,
  gap: theme.spacing(0.25),
  overflowX: 'auto',
  scrollbarWidth: 'thin',
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
}));

const { palette } = theme.vars;

const Tab = styled('button')(({ theme }) => ({
  ...theme.typography.button,
  flex: 'none',
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.75),
  minBlockSize: '2.5rem',
  maxInlineSize: '20rem',
  whiteSpace: 'nowrap',
  paddingInline: theme.spacing(1.25),
  color: palette.text.secondary,
  backgroundColor: 'transparent',
  border: 0,
  borderBlockEnd: '2px solid transparent',
  cursor: 'pointer',
  '&:hover': { color: palette.text.primary, backgroundColor: palette.control.hoverSurface },
  '&[aria-selected="true"]': {
    color: palette.primary.main,
    borderBlockEndColor: palette.primary.main,
  },
  // Its count stays when a long label is cut.
  '& > .label': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '&:focus-visible': { outlineOffset: -2 },
  '@media (forced-colors: active)': {
    borderBlockEndColor: 'Canvas',
    '&[aria-selected="true"]': { borderBlockEndColor: 'Highlight' },
  },
}));

const tabId = (idBase: string, id: string) => `${idBase}-tab-${id}`;
const panelId = (idBase: string, id: string) => `${idBase}-panel-${id}`;

/** Where an arrow, Home or End leads from a tab; undefined for other keys. */
function destination(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** A row of tabs: one Tab stop, arrows choose at once. */
export function Tabs<Id extends string>({
  label,
  idBase,
  tabs,
  selected,
  onSelect,
}: TabsProps<Id>) {
  const handleKeyDown = (event: KeyboardEvent) => {
    const from = tabs.findIndex((tab) => tab.id === selected);
    const to = tabs[destination(event.key, from, tabs.length) ?? -1];
    if (to === undefined) return;
    event.preventDefault();
    onSelect(to.id);
    focusById(tabId(idBase, to.id));
  };
  return (
    <List role="tablist" aria-label={label} onKeyDown={handleKeyDown}>
      {tabs.map((tab) => (
        <Tab
          key={tab.id}
          id={tabId(idBase, tab.id)}
          type="button"
          role="tab"
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? panelId(idBase, tab.id) : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          <span className="label">{tab.label}</span>
          {tab.badge}
        </Tab>
      ))}
    </List>
  );
}

export interface TabPanelProps {
  readonly idBase: string;
  readonly tab: string;
  /** False when the panel begins with something that takes the focus; else the panel itself is a Tab stop. */
  readonly focusable?: boolean | undefined;
  readonly children: ReactNode;
}

/** The panel of the selected tab. */
export function TabPanel({ idBase, tab, focusable = true, children }: TabPanelProps) {
  return (
    <div
      id={panelId(idBase, tab)}
      role="tabpanel"
      aria-labelledby={tabId(idBase, tab)}
      tabIndex={focusable ? 0 : undefined}
    >
      {children}
    </div>
  );
}
