import { useFieldArray } from 'react-hook-form';
import { tagsField } from '@/qbusiness/form/tags';
import { ListInput } from '@/ui/ListInput';
import { RoleTextField } from './RoleTextField';
import { useRoleForm } from './roleForm';

export function TagList() {
  const { control, getValues } = useRoleForm();
  const { fields, append, remove, insert } = useFieldArray({ control, name: 'tags' });
  return (
    <ListInput
      legend={tagsField.label}
      help={tagsField.help}
      addLabel={tagsField.addLabel}
      maxRows={tagsField.maxEntries}
      rows={fields.map(({ id }, index) => ({ id, label: `Tag ${index + 1}` }))}
      renderRow={(_row, index) => (
        <>
          <RoleTextField
            path={`tags.${index}.key`}
            field={tagsField.key}
            label={`Key ${index + 1}`}
          />
          <RoleTextField
            path={`tags.${index}.value`}
            field={tagsField.value}
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
