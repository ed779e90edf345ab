import { useWatch } from 'react-hook-form';
import { callerOf, type CallerKind } from '@/qbusiness/callers';
import type { CallerField } from '@/qbusiness/callers/caller';
import { callerFieldApplies } from '@/qbusiness/form/appliesTo';
import { SelectInput } from '@/ui/SelectInput';
import { RoleTextField } from './RoleTextField';
import { textPath, useRoleForm } from '@/state/roleForm';

/** The fields of one kind of caller that apply with its present values. */
export function CallerFields({ kind }: { kind: CallerKind }) {
  const { control } = useRoleForm();
  const { fields } = callerOf(kind);
  const shown = useWatch({
    control,
    name: `callers.${kind}`,
    compute: (values: Readonly<Record<string, string>>) =>
      fields.filter((field) => callerFieldApplies(field, values)).map(({ name }) => name),
  });
  return fields
    .filter(({ name }) => shown.includes(name))
    .map((field) => <OneField key={field.name} kind={kind} field={field} />);
}

function OneField({ kind, field }: { kind: CallerKind; field: CallerField }) {
  const { register, getValues } = useRoleForm();
  const path = textPath(`callers.${kind}.${field.name}`);
  return field.kind === 'text' ? (
    <RoleTextField path={path} field={field} required={field.required} hasExample monospace />
  ) : (
    <SelectInput
      {...register(path)}
      defaultValue={getValues(path)}
      label={field.label}
      help={field.help}
      options={field.choices}
    />
  );
}
