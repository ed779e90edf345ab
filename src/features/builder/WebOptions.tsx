import { useController } from 'react-hook-form';
import { includeWebExperienceField } from '@/qbusiness/form/includeWebExperience';
import { originsField } from '@/qbusiness/form/origins';
import { webExperienceIdField } from '@/qbusiness/form/webExperienceId';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { EntryList } from './EntryList';
import { useRoleForm } from './roleForm';
import { RoleTextField } from './RoleTextField';

export function WebOptions() {
  return (
    <>
      <RoleTextField path="webExperienceId" field={webExperienceIdField} hasExample monospace />
      <EntryList
        name="origins"
        field={originsField.entry}
        legend={originsField.label}
        addLabel={originsField.addLabel}
        maxRows={originsField.maxEntries}
      />
      <IncludeWebExperience />
    </>
  );
}

function IncludeWebExperience() {
  const { control } = useRoleForm();
  const { field } = useController({ control, name: 'includeWebExperience' });
  const { value, ...rest } = field;
  const { label, help } = includeWebExperienceField;
  return <CheckboxInput {...rest} label={label} help={help} checked={value} />;
}
