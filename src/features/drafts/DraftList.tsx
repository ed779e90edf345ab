import { styled } from '@mui/material/styles';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { DraftRow } from './DraftRow';
import { whatIsSaved } from './whatIsSaved';
import type { BatchRow } from '@/batch/batchRow';
import { added, newDraft, removed, renamed, type NamedDraft } from '@/state/namedDrafts';
import type { OnOutcome } from './outcome';
import type { NamedDrafts } from '@/state/useNamedDrafts';

const List = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: theme.spacing(1),
}));

interface DraftListProps {
  readonly named: NamedDrafts;
  /** What stands in the form. */
  readonly values: RoleFormValues;
  /** What stands in the table over it. */
  readonly rows: readonly BatchRow[];
  readonly onOpen: (draft: NamedDraft, name: string) => void;
  readonly onOutcome: OnOutcome;
}

export function DraftList({ named, values, rows, onOpen, onOutcome }: DraftListProps) {
  const { drafts, change } = named;
  const undoable = (words: string, undo: () => void) => onOutcome({ tone: 'success', words, undo });
  if (drafts.length === 0) return <p>None yet.</p>;
  return (
    <List aria-label="Drafts">
      {drafts.map((draft) => (
        <DraftRow
          key={draft.id}
          draft={draft}
          onOpen={() => onOpen(draft, draft.name)}
          onRename={(name) => change(renamed(draft.id, name))}
          onDuplicate={() =>
            change(added(newDraft(`${draft.name} (copy)`, draft.values, draft.rows)))
          }
          onOverwrite={() => {
            const done = change(added({ ...newDraft(draft.name, values, rows), id: draft.id }));
            if (done)
              undoable(`${whatIsSaved(rows)} saved in “${draft.name}”`, () => change(added(draft)));
          }}
          onDelete={() => {
            const done = change(removed(draft.id));
            if (done) undoable(`Draft “${draft.name}” deleted`, () => change(added(draft)));
          }}
        />
      ))}
    </List>
  );
}
