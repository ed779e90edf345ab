import { attachmentField } from '@/qbusiness/form/attachment';
import { otherApplicationsField } from '@/qbusiness/form/otherApplications';
import { SelectInput } from '@/ui/SelectInput';
import { EntryList } from './EntryList';
import { useRoleForm } from './roleForm';

export function SharedOptions() {
  const { register, getValues } = useRoleForm();
  return (
    <>
      <SelectInput
        {...register('attachment')}
        defaultValue={getValues('attachment')}
        label={attachmentField.label}
        options={attachmentField.choices}
      />
      <EntryList
        name="otherApplications"
        field={otherApplicationsField.entry}
        legend={otherApplicationsField.label}
        help={otherApplicationsField.help}
        addLabel={otherApplicationsField.addLabel}
      />
    </>
  );
}
