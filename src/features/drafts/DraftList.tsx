import { useDeferredValue, useState } from 'react';
import { styled } from '@mui/material/styles';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { DraftRow } from './DraftRow';
import { whatIsSaved } from './whatIsSaved';
import type { BatchRow } from '@/batch/batchRow';
import { added, newDraft, removed, renamed, type NamedDraft } from '@/state/namedDrafts';
import type { OnOutcome } from './outcome';
import type { NamedDrafts } from '@/state/useNamedDrafts';
import { ListPages } from '@/ui/ListPages';
import { TextInput } from '@/ui/TextInput';

const Stack = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(1.5) }));

const List = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: theme.spacing(1),
}));

/** Drafts on a page of the list; rendering a thousand at once would block the page. */
const draftsPerPage = 25;

interface DraftListProps {
  readonly named: NamedDrafts;
  /** The values of the form. */
  readonly values: RoleFormValues;
  /** The rows of the table of applications. */
  readonly rows: readonly BatchRow[];
  readonly onOpen: (draft: NamedDraft, name: string) => void;
  readonly onOutcome: OnOutcome;
}

/** The drafts, the newest first, in pages, with a filter by name. */
export function DraftList({ named, values, rows, onOpen, onOutcome }: DraftListProps) {
  const { drafts, change } = named;
  const undoable = (words: string, undo: () => void) => onOutcome({ tone: 'success', words, undo });
  const [filter, setFilter] = useState('');
  const newest = drafts[0]?.id;
  const [chosen, setChosen] = useState({ page: 1, newest });
  const isMany = drafts.length > draftsPerPage;
  const wanted = useDeferredValue(isMany ? filter : '')
    .trim()
    .toLowerCase();
  if (drafts.length === 0) return <p>None yet.</p>;
  const found = drafts.filter(({ name }) => name.toLowerCase().includes(wanted));
  const pages = Math.max(1, Math.ceil(found.length / draftsPerPage));
  // After saving or importing, show the first page, which has the new drafts.
  const page = chosen.newest === newest ? Math.min(chosen.page, pages) : 1;
  return (
    <Stack>
      {isMany && (
        <TextInput
          label="Find a draft"
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
            setChosen({ page: 1, newest });
          }}
        />
      )}
      <ListPages
        of={{ page, pages, turnTo: (next) => setChosen({ page: next, newest }) }}
        label="Pages of drafts"
      />
      <List aria-label="Drafts">
        {found.slice((page - 1) * draftsPerPage, page * draftsPerPage).map((draft) => (
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
                undoable(`${whatIsSaved(rows)} saved in “${draft.name}”`, () =>
                  change(added(draft)),
                );
            }}
            onDelete={() => {
              const done = change(removed(draft.id));
              if (done) undoable(`Draft “${draft.name}” deleted`, () => change(added(draft)));
            }}
          />
        ))}
      </List>
      {found.length === 0 && <p>No draft has this in its name.</p>}
    </Stack>
  );
}
