import { applicationIdField } from '@/qbusiness/form/fields';
import { SelectInput } from '@/ui/SelectInput';
import { EntryList } from './EntryList';
import { useRoleForm } from './roleForm';

const attachments = [
  { value: 'inline', label: 'Inline: lives and dies with the role' },
  { value: 'managed', label: 'Managed: a policy of the account with its own ARN' },
];

export function SharedOptions() {
  const { register, getValues } = useRoleForm();
  return (
    <>
      <SelectInput
        {...register('attachment')}
        defaultValue={getValues('attachment')}
        label="Policy attachment"
        options={attachments}
      />
      <EntryList
        name="otherApplications"
        field={{ ...applicationIdField, label: 'Further application' }}
        legend="Further applications"
        help="Other applications of this account and Region that share the role."
        addLabel="Add application"
      />
    </>
  );
}
