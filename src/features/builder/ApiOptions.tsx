import { useController, useWatch } from 'react-hook-form';
import { ipRangeField, vpcEndpointIdField, vpcIdField } from '@/qbusiness/form/fields';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { SelectInput } from '@/ui/SelectInput';
import { EntryList } from './EntryList';
import { useRoleForm } from './roleForm';

export function ApiOptions() {
  return (
    <>
      <ChatSyncOnly />
      <NetworkOptions />
    </>
  );
}

function ChatSyncOnly() {
  const { control } = useRoleForm();
  const { field } = useController({ control, name: 'apiActions' });
  const { value, onChange, ...rest } = field;
  return (
    <CheckboxInput
      {...rest}
      label="ChatSync only"
      help="Leaves out Chat and PutFeedback. Enough for the AWS CLI and boto3, which cannot call Chat."
      checked={value === 'chat-sync'}
      onChange={(event) => onChange(event.target.checked ? 'chat-sync' : 'all')}
    />
  );
}

const networkLimits = [
  { value: 'none', label: 'From anywhere' },
  { value: 'vpc-endpoint', label: 'Through named VPC endpoints' },
  { value: 'vpc', label: 'From named VPCs' },
  { value: 'ip-range', label: 'From public IP ranges' },
];

function NetworkOptions() {
  const { control, register } = useRoleForm();
  const limit = useWatch({ control, name: 'networkLimit' });
  return (
    <>
      <SelectInput
        {...register('networkLimit')}
        defaultValue={limit}
        label="Network limit"
        help="Where calls must come from."
        options={networkLimits}
      />
      {limit === 'vpc-endpoint' && (
        <EntryList
          name="vpcEndpoints"
          field={vpcEndpointIdField}
          legend="VPC endpoints"
          addLabel="Add VPC endpoint"
        />
      )}
      {limit === 'vpc' && (
        <EntryList name="vpcs" field={vpcIdField} legend="VPCs" addLabel="Add VPC" />
      )}
      {limit === 'ip-range' && (
        <EntryList
          name="ipRanges"
          field={ipRangeField}
          legend="IP ranges"
          addLabel="Add IP range"
        />
      )}
    </>
  );
}
