import { useFieldArray } from 'react-hook-form';
import type { TextField } from '@/qbusiness/form/textField';
import { ListInput } from '@/ui/ListInput';
import { RoleTextField } from './RoleTextField';
import { useRoleForm } from '@/state/roleForm';

export type EntryListName = 'otherApplications' | 'origins' | 'vpcEndpoints' | 'vpcs' | 'ipRanges';

interface EntryListProps {
  readonly name: EntryListName;
  readonly field: TextField;
  readonly legend: string;
  readonly legendHidden?: boolean | undefined;
  readonly help?: string | undefined;
  readonly addLabel: string;
  readonly maxRows?: number | undefined;
}

/** A list of texts of one kind. */
export function EntryList({ name, field, help = field.help, ...list }: EntryListProps) {
  const { control, getValues } = useRoleForm();
  const { fields, append, remove, insert } = useFieldArray({ control, name });
  return (
    <ListInput
      {...list}
      help={
        <>
          {help} Example: <code>{field.example}</code>
        </>
      }
      rows={fields.map(({ id }, index) => ({ id, label: `${field.label} ${index + 1}` }))}
      renderRow={(row, index) => (
        <RoleTextField
          path={`${name}.${index}.value`}
          field={field}
          label={row.label}
          help=""
          monospace
        />
      )}
      onAdd={() => append({ value: '' }, { shouldFocus: false })}
      onRemove={(index) => {
        const entry = getValues(`${name}.${index}`);
        remove(index);
        return () => insert(index, entry, { shouldFocus: false });
      }}
    />
  );
}
