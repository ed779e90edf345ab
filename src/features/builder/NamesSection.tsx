import { defaultRoleName } from '@/qbusiness/draft';
import { applicationIdField } from '@/qbusiness/form/applicationId';
import { policyNameField } from '@/qbusiness/form/policyName';
import { roleNameField } from '@/qbusiness/form/roleName';
import { FormSection } from './FormSection';
import { RoleTextField } from './RoleTextField';
import { useDraft } from './roleForm';
import { useIsExistingRole } from './useIsExistingRole';

export function NamesSection() {
  const isExistingRole = useIsExistingRole();
  return (
    <FormSection title="Names">
      {!isExistingRole && (
        <RoleTextField path="roleName" field={roleNameField} monospace help={<DefaultName />} />
      )}
      <RoleTextField
        path="policyName"
        field={policyNameField}
        monospace
        help={isExistingRole ? <DefaultName /> : 'If empty: the name of the role'}
      />
    </FormSection>
  );
}

/** The name of a role, or of the policy of an existing one, when none is typed. */
function DefaultName() {
  const name = useDraft(({ template }) =>
    defaultRoleName(template.accessMode, template.applicationIds[0]),
  );
  const prefix = name.replace(applicationIdField.token, '');
  return (
    <>
      If empty: <code>{prefix}</code>
      {prefix !== name && ' and the first 8 characters of the application ID'}
    </>
  );
}
