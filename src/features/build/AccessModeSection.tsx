import { useController, useWatch } from 'react-hook-form';
import { callerOf } from '@/qbusiness/callers';
import { accessModeField } from '@/qbusiness/form/accessMode';
import { callerField } from '@/qbusiness/form/caller';
import { webExperienceIdField } from '@/qbusiness/form/webExperienceId';
import { useIsExportRefused, useRoleForm } from '@/state/roleForm';
import { RadioCards } from '@/ui/RadioCards';
import { SelectInput } from '@/ui/SelectInput';
import { CallerFields } from './CallerFields';
import { RoleTextField } from './RoleTextField';

const modes = accessModeField.choices.map(({ value, label, description }) => ({
  value,
  title: label,
  description,
}));

const callerOptions = [{ value: '', label: 'Choose a caller' }, ...callerField.choices];

/** The choice of access mode and caller, with the fields that they need. */
export function AccessModeSection() {
  const { control } = useRoleForm();
  const { field } = useController({ control, name: 'accessMode' });
  return (
    <>
      <RadioCards {...field} legend={accessModeField.label} options={modes} />
      {field.value === 'web-experience' ? (
        <RoleTextField
          path="webExperienceId"
          field={webExperienceIdField}
          help="Empty: the commands look it up"
          optional
          monospace
        />
      ) : (
        <Caller />
      )}
    </>
  );
}

function Caller() {
  const { control, register } = useRoleForm();
  const kind = useWatch({ control, name: 'caller' });
  const isExportRefused = useIsExportRefused();
  return (
    <>
      <SelectInput
        {...register('caller')}
        defaultValue={kind}
        label={callerField.label}
        required
        options={callerOptions}
        {...(kind !== '' && { help: callerOf(kind).summary })}
        error={kind === '' && isExportRefused ? callerField.missing : undefined}
      />
      {kind !== '' && <CallerFields key={kind} kind={kind} />}
    </>
  );
}
