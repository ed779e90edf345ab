import { useDeferredValue, useMemo, useState } from 'react';
import { styled } from '@mui/material/styles';
import { printPage } from '@/browser/print';
import { changeRecordBlocks, emptyChangeEntries } from '@/exporters/changeRecord';
import type { RolePlan } from '@/qbusiness/plan';
import { printMarkdown } from '@/syntax/markdown';
import { announce } from '@/ui/announcer';
import { Button } from '@/ui/Button';
import { CopyButton, type Blocked } from '@/ui/CopyButton';
import { ChangeEntriesForm } from './ChangeEntriesForm';
import { RecordBlocks } from './RecordBlocks';
import { RecordSheet } from './RecordSheet';

const Page = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(3),
  gridTemplateColumns: 'minmax(0, 1fr)',
  maxInlineSize: '60rem',
  marginInline: 'auto',
  padding: theme.spacing(3),
  '@media (max-width: 600px)': { padding: theme.spacing(2) },
  '@media print': { display: 'block', maxInlineSize: 'none', padding: 0 },
}));

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.spacing(1.5),
  '& > p': { ...theme.typography.body1, flex: '1 1 20rem' },
  '& > div': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  '@media print': { display: 'none' },
}));

interface ChangeRecordProps {
  readonly plan: RolePlan;
  /** Why nothing may leave the page yet. */
  readonly blocked: Blocked | undefined;
}

/** The record as it is printed, what a person adds to it, and the ways to take it along. */
export function ChangeRecord({ plan, blocked }: ChangeRecordProps) {
  const [entries, setEntries] = useState(emptyChangeEntries);
  const shown = useDeferredValue(entries);
  const blocks = useMemo(() => changeRecordBlocks(plan, shown), [plan, shown]);
  const handlePrint = () => {
    if (blocked === undefined) return printPage();
    announce(blocked.reason);
    blocked.onResolve();
  };
  return (
    <Page>
      <Head>
        <p>For the person who approves the change: print it and sign it, or keep it as Markdown.</p>
        <div>
          <CopyButton
            label="Copy as Markdown"
            subject="Change record"
            getText={() => printMarkdown(changeRecordBlocks(plan, entries))}
            blocked={blocked}
          />
          <Button look="primary" icon="print" title={blocked?.reason} onClick={handlePrint}>
            Print change record
          </Button>
        </div>
      </Head>
      <ChangeEntriesForm entries={entries} onChange={setEntries} />
      <RecordSheet>
        <RecordBlocks blocks={blocks} />
      </RecordSheet>
    </Page>
  );
}
