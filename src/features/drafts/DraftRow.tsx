import { useRef, useState } from 'react';
import { styled } from '@mui/material/styles';
import { summarizeForm } from '@/qbusiness/form/summarizeForm';
import { MAX_DRAFT_NAME } from '@/qbusiness/form/storedDrafts';
import { countRows, type NamedDraft } from '@/state/namedDrafts';
import { Button } from '@/ui/Button';
import { TextInput } from '@/ui/TextInput';
import { formatTime } from './formatTime';

export const Row = styled('li')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(0.75),
  padding: theme.spacing(1, 1.5),
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
  '& small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
}));

export const RowActions = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(0.5),
}));

interface DraftRowProps {
  readonly draft: NamedDraft;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onDuplicate: () => void;
  readonly onOverwrite: () => void;
  readonly onDelete: () => void;
}

export function DraftRow({ draft, ...act }: DraftRowProps) {
  const { name, savedAt, values, rows } = draft;
  const [isRenaming, setIsRenaming] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const endRenaming = () => {
    renameButton.current?.focus();
    setIsRenaming(false);
  };
  return (
    <Row aria-label={name}>
      {isRenaming ? (
        <RenameForm
          name={name}
          onCancel={endRenaming}
          onRename={(next) => {
            endRenaming();
            act.onRename(next);
          }}
        />
      ) : (
        <strong>{name}</strong>
      )}
      <small>
        {summarizeForm(values)} · {rows && `form and ${countRows(rows)} · `}saved{' '}
        {formatTime(savedAt)}
      </small>
      <RowActions>
        <Button size="small" onClick={act.onOpen}>
          Open
        </Button>
        <Button size="small" look="quiet" onClick={act.onOverwrite}>
          Overwrite with current form
        </Button>
        <Button
          ref={renameButton}
          size="small"
          look="quiet"
          onClick={() => setIsRenaming((before) => !before)}
        >
          Rename
        </Button>
        <Button size="small" look="quiet" onClick={act.onDuplicate}>
          Duplicate
        </Button>
        <Button size="small" look="quiet" icon="remove" onClick={act.onDelete}>
          Delete
        </Button>
      </RowActions>
    </Row>
  );
}

interface RenameFormProps {
  readonly name: string;
  readonly onCancel: () => void;
  readonly onRename: (name: string) => void;
}

function RenameForm({ name, onCancel, onRename }: RenameFormProps) {
  const [next, setNext] = useState(name);
  return (
    <form
      aria-label={`Rename ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        onRename(next.trim() === '' ? name : next);
      }}
    >
      <TextInput
        label="New name"
        help="Enter takes it over, Escape leaves the name as it is."
        value={next}
        maxCharacters={MAX_DRAFT_NAME}
        ref={focusAtOnce}
        onChange={(event) => setNext(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // It would close the dialog, too.
          event.stopPropagation();
          onCancel();
        }}
      />
    </form>
  );
}

const focusAtOnce = (control: HTMLElement | null) => control?.focus();
