import { useWatch } from 'react-hook-form';
import { callerOf, callers } from '@/qbusiness/callers';
import { SelectInput } from '@/ui/SelectInput';
import { CallerFields } from './CallerFields';
import { FormSection } from './FormSection';
import { useRoleForm } from './roleForm';

const options = callers.map(({ kind, label }) => ({ value: kind, label }));

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
        label="Who calls the API?"
        options={options}
        help={callerOf(kind).summary}
      />
      <CallerFields key={kind} kind={kind} />
    </FormSection>
  );
}
