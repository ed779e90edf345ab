import Tab from '@mui/material/Tab';
import MuiTabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';

export interface TabItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
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

export const tabId = (idBase: string, id: string) => `${idBase}-tab-${id}`;
const panelId = (idBase: string, id: string) => `${idBase}-panel-${id}`;

/** A row of tabs. It is one Tab stop; arrow keys select at once, and the selected tab is scrolled into view. */
export function Tabs<Id extends string>({
  label,
  idBase,
  tabs,
  selected,
  onSelect,
}: TabsProps<Id>) {
  return (
    <MuiTabs aria-label={label} value={selected} onChange={(_, id: Id) => onSelect(id)}>
      {tabs.map((tab) => (
        <Tab
          key={tab.id}
          value={tab.id}
          id={tabId(idBase, tab.id)}
          aria-controls={tab.id === selected ? panelId(idBase, tab.id) : undefined}
          label={tab.label}
        />
      ))}
    </MuiTabs>
  );
}

export interface TabPanelProps {
  readonly idBase: string;
  readonly tab: string;
  /** Whether the panel itself is a Tab stop; false if it begins with a focusable element. */
  readonly focusable?: boolean | undefined;
  /** Whether the panel still shows the former tab, because its own content is being loaded. */
  readonly isBusy?: boolean | undefined;
  readonly children: ReactNode;
}

/** The panel of the selected tab. */
export function TabPanel({
  idBase,
  tab,
  focusable = true,
  isBusy = false,
  children,
}: TabPanelProps) {
  return (
    <div
      id={panelId(idBase, tab)}
      role="tabpanel"
      aria-labelledby={tabId(idBase, tab)}
      tabIndex={focusable ? 0 : undefined}
      aria-busy={isBusy || undefined}
    >
      {children}
    </div>
  );
}
