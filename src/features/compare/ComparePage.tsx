import { useId, useState } from 'react';
import { styled } from '@mui/material/styles';
import type { ComparedPair } from '@/documents/compareTexts';
import { Button } from '@/ui/Button';
import { DiffView } from '@/ui/code/DiffView';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import { EmptyState } from '@/ui/EmptyState';
import { Notice } from '@/ui/Notice';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { VerdictNotice } from './VerdictNotice';

export interface ComparePageProps {
  /** Absent until the first comparison is done; empty without pasted documents. */
  readonly pairs: readonly ComparedPair[] | undefined;
  /** How many values the form still lacks. */
  readonly missing: number;
  readonly monaco: MonacoMode;
  /** Leads to where documents are pasted. */
  readonly onPaste: () => void;
  /** Takes the plan's documents along to be changed. */
  readonly onUsePlan: () => void;
}

const Page = styled('div')(({ theme }) => ({
  blockSize: '100%',
  boxSizing: 'border-box',
  overflowY: 'auto',
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(2),
  padding: theme.spacing(3),
  '@media (max-width: 600px)': { padding: theme.spacing(2) },
  '& h2': theme.typography.h2,
  '& [role="tabpanel"]': { display: 'grid', gap: theme.spacing(2) },
}));

const Frame = styled('div')(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
  overflow: 'hidden',
}));

/** What pasted documents grant compared with the plan. */
export function ComparePage({ pairs, missing, monaco, onPaste, onUsePlan }: ComparePageProps) {
  const idBase = useId();
  const [chosen, setChosen] = useState('0');
  const shown = pairs?.[Number(chosen)] ?? pairs?.[0];
  const position = shown ? String(pairs?.indexOf(shown)) : '0';
  return (
    <Page>
      <h2>Pasted documents compared with those of the form</h2>
      {missing > 0 && pairs?.length !== 0 && (
        <Notice tone="info">
          The form still lacks {missing === 1 ? 'a value' : `${missing} values`}: its placeholders
          count as other text.
        </Notice>
      )}
      {pairs === undefined && <p>Comparing …</p>}
      {pairs?.length === 0 && (
        <EmptyState
          title="Nothing to compare yet"
          icon="paste"
          actions={
            <>
              <Button onClick={onPaste}>Paste documents</Button>
              <Button onClick={onUsePlan}>Start from the form’s documents</Button>
            </>
          }
        >
          Documents that you paste under Audit are compared with those that the form makes.
        </EmptyState>
      )}
      {pairs && shown && (
        <>
          <Tabs
            label="Compared documents"
            idBase={idBase}
            tabs={pairs.map(({ label }, i) => ({ id: String(i), label }))}
            selected={position}
            onSelect={setChosen}
          />
          <TabPanel idBase={idBase} tab={position} focusable={false}>
            <VerdictNotice pair={shown} />
            <Frame>
              <DiffView
                language="json"
                original={shown.before}
                modified={shown.after}
                label="Plan and pasted document, side by side"
                originalLabel="The plan"
                modifiedLabel="The pasted document"
                monaco={monaco}
                height="clamp(16rem, 52vh, 40rem)"
              />
            </Frame>
          </TabPanel>
        </>
      )}
    </Page>
  );
}
