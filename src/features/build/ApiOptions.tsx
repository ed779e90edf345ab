import { useController, useWatch } from 'react-hook-form';
import { actionWords, API_ACTIONS } from '@/qbusiness/facts';
import { networkLimitField } from '@/qbusiness/form/networkLimit';
import { ipRangesField } from '@/qbusiness/form/ipRanges';
import { vpcEndpointsField } from '@/qbusiness/form/vpcEndpoints';
import { vpcsField } from '@/qbusiness/form/vpcs';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { SelectInput } from '@/ui/SelectInput';
import { EntryList } from './EntryList';
import { useRoleForm } from '@/state/roleForm';

export function ApiOptions() {
  return (
    <>
      <ChatSyncOnly />
      <NetworkOptions />
    </>
  );
}

const leftOut = API_ACTIONS.all.filter((action) => !API_ACTIONS['chat-sync'].includes(action));

function ChatSyncOnly() {
  const { control } = useRoleForm();
  const { field } = useController({ control, name: 'apiActions' });
  const { value, onChange, ...rest } = field;
  return (
    <CheckboxInput
      {...rest}
      label="ChatSync only"
      help={`Leaves out ${actionWords(leftOut)}. Enough for the AWS CLI and boto3, which cannot call Chat.`}
      checked={value === 'chat-sync'}
      onChange={(event) => onChange(event.target.checked ? 'chat-sync' : 'all')}
    />
  );
}

function NetworkOptions() {
  const { control, register } = useRoleForm();
  const limit = useWatch({ control, name: 'networkLimit' });
  return (
    <>
      <SelectInput
        {...register('networkLimit')}
        defaultValue={limit}
        label={networkLimitField.label}
        help={networkLimitField.help}
        options={networkLimitField.choices}
      />
      {limit === 'vpc-endpoint' && <EntryList name="vpcEndpoints" list={vpcEndpointsField} />}
      {limit === 'vpc' && <EntryList name="vpcs" list={vpcsField} />}
      {limit === 'ip-range' && <EntryList name="ipRanges" list={ipRangesField} />}
    </>
  );
}
