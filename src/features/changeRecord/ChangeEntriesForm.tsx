import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { ChangeEntries } from '@/exporters/changeRecord';
import { cleanEntry } from '@/exporters/changeRecord/entries';
import { TextInput } from '@/ui/TextInput';

const fields = [
  { name: 'changeNumber', label: 'Change number', help: 'Such as CHG-1042' },
  { name: 'reason', label: 'Reason', help: 'Such as anonymous chat on the help site' },
  { name: 'preparedBy', label: 'Prepared by', help: 'Your name' },
  { name: 'plannedFor', label: 'Planned for', help: 'The day or window, as you write it' },
] as const satisfies readonly { name: keyof ChangeEntries; label: string; help: string }[];

const Grid = styled('form')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(2),
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(13rem, 100%), 1fr))',
  '@media print': { display: 'none' },
}));

interface ChangeEntriesFormProps {
  readonly entries: ChangeEntries;
  readonly onChange: (entries: ChangeEntries) => void;
}

/** Optional entries of the person for the change record. */
export function ChangeEntriesForm({ entries, onChange }: ChangeEntriesFormProps) {
  const [cleaned, setCleaned] = useState<keyof ChangeEntries>();
  return (
    <Grid aria-label="About the change" onSubmit={(event) => event.preventDefault()}>
      {fields.map(({ name, label, help }) => (
        <TextInput
          key={name}
          label={label}
          optional
          help={help}
          value={entries[name]}
          note={
            cleaned === name
              ? 'Characters that cannot be seen, or too many, were taken out'
              : undefined
          }
          onChange={({ target }) => {
            const text = cleanEntry(target.value);
            setCleaned(text === target.value ? undefined : name);
            onChange({ ...entries, [name]: text });
          }}
        />
      ))}
    </Grid>
  );
}
