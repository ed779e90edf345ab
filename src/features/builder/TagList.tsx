import { useFieldArray } from 'react-hook-form';
import { tagKeyField, tagValueField } from '@/qbusiness/form/fields';
import { ListInput } from '@/ui/ListInput';
import { RoleTextField } from './RoleTextField';
import { useRoleForm } from './roleForm';

export function TagList() {
  const { control, getValues } = useRoleForm();
  const { fields, append, remove, insert } = useFieldArray({ control, name: 'tags' });
  return (
    <ListInput
      legend="Tags"
      help="On the role. Upper and lower case count as the same key."
      addLabel="Add tag"
      maxRows={50}
      rows={fields.map(({ id }, index) => ({ id, label: `Tag ${index + 1}` }))}
      renderRow={(_row, index) => (
        <>
          <RoleTextField
            path={`tags.${index}.key`}
            field={tagKeyField}
            label={`Key ${index + 1}`}
          />
          <RoleTextField
            path={`tags.${index}.value`}
            field={tagValueField}
            label={`Value ${index + 1}`}
          />
        </>
      )}
      onAdd={() => append({ key: '', value: '' }, { shouldFocus: false })}
      onRemove={(index) => {
        const tag = getValues(`tags.${index}`);
        remove(index);
        return () => insert(index, tag, { shouldFocus: false });
      }}
    />
  );
}
