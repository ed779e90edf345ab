import { styled } from '@mui/material/styles';
import { useDeferredValue, useMemo, useState } from 'react';
import { printPage } from '@/browser/print';
import { readSession, writeSession } from '@/browser/sessionStorage';
import {
  changeRecordBlocks,
  emptyChangeEntries,
  type ChangeEntries,
} from '@/exporters/changeRecord';
import { cleanEntry } from '@/exporters/changeRecord/entries';
import { useCompleteRole } from '@/state/exportRole';
import { usePlan } from '@/state/roleForm';
import { sessionRecordKey } from '@/state/storageKeys';
import { printMarkdown } from '@/syntax/markdown';
import { announce } from '@/ui/announcer';
import { Button } from '@/ui/Button';
import { CopyButton } from '@/ui/CopyButton';
import { showToast } from '@/ui/toast';
import { ChangeEntriesForm } from './ChangeEntriesForm';
import { RecordBlocks } from './RecordBlocks';
import { RecordSheet } from './RecordSheet';

const Page = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(2),
  gridTemplateColumns: 'minmax(0, 1fr)',
  maxInlineSize: '60rem',
  marginInline: 'auto',
  '@media print': { display: 'block', maxInlineSize: 'none' },
}));

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: theme.spacing(1),
  '& > p': { ...theme.typography.body2, flex: '1 1 20rem' },
  '@media print': { display: 'none' },
}));

function showRefusal(reason: string) {
  announce(reason);
  showToast({ message: reason });
}

/** The entries from before a reload of this tab; empty ones if they cannot be read. */
function keptEntries(): ChangeEntries {
  const kept = readSession(sessionRecordKey);
  if (kept === null) return emptyChangeEntries;
  try {
    const entries: unknown = JSON.parse(kept);
    if (typeof entries !== 'object' || entries === null) return emptyChangeEntries;
    const known = Object.keys(emptyChangeEntries);
    const texts = Object.entries(entries).flatMap(([name, value]) =>
      known.includes(name) && typeof value === 'string' ? [[name, cleanEntry(value)] as const] : [],
    );
    return { ...emptyChangeEntries, ...Object.fromEntries(texts) };
  } catch (error) {
    if (error instanceof SyntaxError) return emptyChangeEntries;
    throw error;
  }
}

/** The change record as it is printed, the form for its entries, and buttons to copy, download and print it. */
export default function ChangeRecordView() {
  const plan = useDeferredValue(usePlan());
  const completeRole = useCompleteRole(showRefusal);
  const [entries, setEntries] = useState(keptEntries);
  const shown = useDeferredValue(entries);
  const blocks = useMemo(() => changeRecordBlocks(plan, shown), [plan, shown]);
  return (
    <Page>
      <Head>
        <p>For the person who approves the change. Print and sign it, or keep it as Markdown.</p>
        <CopyButton
          label="Copy as Markdown"
          subject="Change record"
          look="secondary"
          getText={() => {
            const role = completeRole();
            return role && printMarkdown(changeRecordBlocks(role.plan, entries));
          }}
        />
        <Button
          icon="print"
          onClick={() => {
            if (completeRole()) printPage();
          }}
        >
          Print change record
        </Button>
      </Head>
      <ChangeEntriesForm
        entries={entries}
        onChange={(next) => {
          setEntries(next);
          writeSession(sessionRecordKey, JSON.stringify(next));
        }}
      />
      <RecordSheet>
        <RecordBlocks blocks={blocks} />
      </RecordSheet>
    </Page>
  );
}
