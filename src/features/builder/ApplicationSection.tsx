import { styled } from '@mui/material/styles';
import { accountIdField } from '@/qbusiness/form/accountId';
import { applicationIdField } from '@/qbusiness/form/applicationId';
import { FormSection } from './FormSection';
import { RegionField } from './RegionField';
import { RoleTextField } from './RoleTextField';

const Pair = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(2),
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
}));

export function ApplicationSection() {
  return (
    <FormSection title="Application">
      <Pair>
        <RegionField />
        <RoleTextField
          path="accountId"
          field={accountIdField}
          hasExample
          monospace
          required
          inputMode="numeric"
        />
      </Pair>
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
