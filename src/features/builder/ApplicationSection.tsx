import { accountIdField, applicationIdField } from '@/qbusiness/fields';
import { FormSection } from './FormSection';
import { RegionField } from './RegionField';
import { RoleTextField } from './RoleTextField';

export function ApplicationSection() {
  return (
    <FormSection title="Application">
      <RegionField />
      <RoleTextField
        path="accountId"
        field={accountIdField}
        hasExample
        monospace
        required
        inputMode="numeric"
      />
      <RoleTextField
        path="applicationId"
        field={applicationIdField}
        hasExample
        monospace
        required
      />
    </FormSection>
  );
}
