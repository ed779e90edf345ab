import { useWatch } from 'react-hook-form';
import { callerOf } from '@/qbusiness/callers';
import { callerField } from '@/qbusiness/form/caller';
import { SelectInput } from '@/ui/SelectInput';
import { CallerFields } from './CallerFields';
import { FormSection } from './FormSection';
import { useRoleForm } from './roleForm';

const options = [{ value: '', label: 'Choose a caller' }, ...callerField.choices];

/** Only an API-only role has a caller of its own. */
export function CallerSection() {
  const { control, register } = useRoleForm();
  const accessMode = useWatch({ control, name: 'accessMode' });
  const kind = useWatch({ control, name: 'caller' });
  if (accessMode !== 'api-only') return null;
  return (
    <FormSection title="Caller">
      <SelectInput
        {...register('caller')}
        defaultValue={kind}
        label={callerField.label}
        options={options}
        help={callerOf(kind).summary}
      />
      {kind !== '' && <CallerFields key={kind} kind={kind} />}
    </FormSection>
  );
}
