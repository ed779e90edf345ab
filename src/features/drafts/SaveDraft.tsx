import { useState } from 'react';
import { styled } from '@mui/material/styles';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { MAX_DRAFT_NAME } from '@/qbusiness/form/storedDrafts';
import { Button } from '@/ui/Button';
import { TextInput } from '@/ui/TextInput';
import type { BatchRow } from '@/batch/batchRow';
import { added, newDraft } from '@/state/namedDrafts';
import type { OnOutcome } from './outcome';
import type { NamedDrafts } from '@/state/useNamedDrafts';

const Row = styled('form')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'start',
  gap: theme.spacing(1),
  '& > div': { flex: '1 1 14rem' },
  // Aligned with the field, below its label.
  '& > button': { marginBlockStart: 'calc(1lh + 0.25rem)', flexGrow: 0 },
  '@media (max-width: 600px)': { '& > button': { marginBlockStart: 0, flexGrow: 1 } },
}));

interface SaveDraftProps {
  readonly values: RoleFormValues;
  readonly rows: readonly BatchRow[];
  readonly change: NamedDrafts['change'];
  readonly onOutcome: OnOutcome;
}

/** Saves the form, with the table of applications, under a name. */
export function SaveDraft({ values, rows, change, onOutcome }: SaveDraftProps) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  return (
    <Row
      aria-label="Save a draft"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') {
          setError('A draft needs a name');
          return;
        }
        if (!change(added(newDraft(name, values, rows)))) return;
        onOutcome({ tone: 'success', words: `Draft “${name.trim()}” saved` });
        setName('');
      }}
    >
      <TextInput
        label="Name of a new draft"
        value={name}
        error={error}
        maxCharacters={MAX_DRAFT_NAME}
        onChange={(event) => {
          setError(undefined);
          setName(event.target.value);
        }}
      />
      <Button type="submit" look="primary">
        {rows.length === 0 ? 'Save the form as a draft' : 'Save the form and the table as a draft'}
      </Button>
    </Row>
  );
}
