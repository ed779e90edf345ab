import { useFieldArray } from 'react-hook-form';
import type { ListFormField } from '@/qbusiness/form/formField';
import { ListInput } from '@/ui/ListInput';
import { RoleTextField } from './RoleTextField';
import { useListPage } from './useListPage';
import { useRoleForm } from '@/state/roleForm';

export type EntryListName = 'otherApplications' | 'origins' | 'vpcEndpoints' | 'vpcs' | 'ipRanges';

interface EntryListProps {
  readonly name: EntryListName;
  readonly list: ListFormField;
  /** For a list under a heading with its label. */
  readonly legendHidden?: boolean | undefined;
  readonly help?: string | undefined;
}

/** A list of texts of one kind. */
export function EntryList({ name, list, legendHidden, help }: EntryListProps) {
  const { entry: field } = list;
  const { control, getValues } = useRoleForm();
  const { fields, append, remove, insert } = useFieldArray({ control, name });
  const shown = useListPage(name, fields.length);
  return (
    <ListInput
      legend={list.label}
      legendHidden={legendHidden}
      addLabel={list.addLabel}
      maxRows={list.maxEntries}
      help={
        <>
          {help ?? field.help} Example: <code>{field.example}</code>
        </>
      }
      shown={shown}
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
