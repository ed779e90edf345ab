import { afterPaint } from '@/browser/afterPaint';
import { useState, useSyncExternalStore } from 'react';
import { styled } from '@mui/material/styles';
import { ModalDialog } from '@/ui/ModalDialog';
import { AutosaveSection } from './AutosaveSection';
import { DraftFiles } from './DraftFiles';
import { DraftList } from './DraftList';
import { EarlierForms } from './EarlierForms';
import { batchStore, useBatch } from '@/state/batchStore';
import { countRows, type NamedDraft } from '@/state/namedDrafts';
import { useRoleForm } from '@/state/roleForm';
import type { Outcome } from './outcome';
import { OutcomeNotice } from './OutcomeNotice';
import { SaveDraft } from './SaveDraft';
import { useNamedDrafts } from '@/state/useNamedDrafts';

const Sections = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(2.5),
  // The empty live region takes no space.
  '& > [role="status"]:empty': { position: 'absolute' },
  '& h3': { ...theme.typography.h3, marginBlockEnd: theme.spacing(1) },
}));

interface DraftsDialogProps {
  readonly onClose: () => void;
}

/** The dialog for named drafts, the forms of other tabs, draft files and autosave. */
export default function DraftsDialog({ onClose }: DraftsDialogProps) {
  const { undo, fill } = useRoleForm();
  const { values } = useSyncExternalStore(undo.subscribe, undo.getState, undo.getState);
  const named = useNamedDrafts();
  const [outcome, setOutcome] = useState<Outcome>();
  const { rows } = useBatch(batchStore);
  const open = (
    { values: next, rows: table }: Pick<NamedDraft, 'values' | 'rows'>,
    name: string,
  ) => {
    onClose();
    // Two tasks, each of which lets people type: to take the dialog away, and to fill in the form.
    afterPaint(() => {
      if (table === undefined) fill(next, `Opened “${name}”`);
      else fill(next, `Opened “${name}” with ${countRows(table)}`, batchStore.open(table));
    });
  };
  return (
    <ModalDialog open onClose={onClose} title="Drafts" size="wide">
      <Sections>
        <OutcomeNotice
          outcome={named.failure === undefined ? outcome : { tone: 'error', words: named.failure }}
          onUndone={() => setOutcome({ tone: 'success', words: 'Undone' })}
        />
        <SaveDraft values={values} rows={rows} change={named.change} onOutcome={setOutcome} />
        <section>
          <h3>Drafts in this browser</h3>
          <DraftList
            named={named}
            values={values}
            rows={rows}
            onOpen={open}
            onOutcome={setOutcome}
          />
        </section>
        <EarlierForms onOpen={(next, name) => open({ values: next }, name)} />
        <section>
          <h3>Files</h3>
          <DraftFiles named={named} values={values} rows={rows} onOutcome={setOutcome} />
        </section>
        <section>
          <h3>Autosave</h3>
          <AutosaveSection onCleared={named.reload} onOutcome={setOutcome} />
        </section>
      </Sections>
    </ModalDialog>
  );
}
