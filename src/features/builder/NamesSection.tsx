import { policyNameField, roleNameField } from '@/qbusiness/fields';
import { FormSection } from './FormSection';
import { RoleTextField } from './RoleTextField';
import { useDraft } from './roleForm';
import { useIsExistingRole } from './useIsExistingRole';

export function NamesSection() {
  const isExistingRole = useIsExistingRole();
  return (
    <FormSection title="Names">
      {!isExistingRole && <RoleNameField />}
      <PolicyNameField />
    </FormSection>
  );
}

function RoleNameField() {
  const name = useDraft(({ template }) => template.settings.roleName);
  return (
    <RoleTextField
      path="roleName"
      field={roleNameField}
      monospace
      help={<EffectiveName name={name} />}
    />
  );
}

function PolicyNameField() {
  const name = useDraft(({ template }) => template.settings.policyName);
  return (
    <RoleTextField
      path="policyName"
      field={policyNameField}
      monospace
      help={<EffectiveName name={name} />}
    />
  );
}

function EffectiveName({ name }: { name: string }) {
  const prefix = name.replace('{{application_id}}', '');
  return prefix === name ? (
    <>
      In use: <code>{name}</code>
    </>
  ) : (
    <>
      If empty: <code>{prefix}</code> and the first 8 characters of the application ID
    </>
  );
}
