import { useId, useState } from 'react';
import { styled } from '@mui/material/styles';
import { FindingCard } from './FindingCard';
import { severities, severityWords, type FindingItem, type Severity } from './findings';
import { TabPanel, Tabs, type TabItem } from './Tabs';

export interface FindingListProps {
  /** Names the row of tabs, such as "Findings by severity". */
  readonly label: string;
  readonly findings: readonly FindingItem[];
  /** Leads to the place in the text; without it the place is plain text. */
  readonly onShow?: ((finding: FindingItem) => void) | undefined;
}

type Filter = Severity | 'all';

const Panel = styled('div')({ minInlineSize: 0 });

const List = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  padding: 0,
  overflow: 'hidden',
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderBlockStart: 0,
  borderEndStartRadius: theme.vars.shape.borderRadius,
  borderEndEndRadius: theme.vars.shape.borderRadius,
}));

const Count = styled('span')(({ theme }) => ({
  paddingInline: theme.spacing(0.75),
  borderRadius: '0.75rem',
  fontVariantNumeric: 'tabular-nums',
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.sunken,
}));

/** Findings, gravest first, with a tab for each severity that occurs. */
export function FindingList({ label, findings, onShow }: FindingListProps) {
  const idBase = useId();
  const [filter, setFilter] = useState<Filter>('all');
  const present = severities.filter((severity) => findings.some((f) => f.severity === severity));
  // The last finding of the chosen severity may have been fixed.
  const selected = filter !== 'all' && present.includes(filter) ? filter : 'all';
  const tabs: TabItem<Filter>[] = (['all', ...present] as const).map((id) => ({
    id,
    label: id === 'all' ? 'All' : severityWords[id].many,
    badge: <Count>{findings.filter((f) => id === 'all' || f.severity === id).length}</Count>,
  }));
  const shown = present
    .filter((severity) => selected === 'all' || severity === selected)
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity));

  return (
    <Panel>
      <Tabs label={label} idBase={idBase} tabs={tabs} selected={selected} onSelect={setFilter} />
      <TabPanel idBase={idBase} tab={selected}>
        {/* Safari drops the list role of lists without markers. */}
        <List role="list">
          {shown.map((finding) => (
            <FindingCard key={finding.id} finding={finding} onShow={onShow} />
          ))}
        </List>
      </TabPanel>
    </Panel>
  );
}
