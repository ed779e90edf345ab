import { styled } from '@mui/material/styles';
import { exampleFormValues, exampleOfCaller } from '@/qbusiness/examples';
import { accountIdField } from '@/qbusiness/form/accountId';
import { applicationIdField } from '@/qbusiness/form/applicationId';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { useRoleForm } from '@/state/roleForm';
import { ActionMenu } from '@/ui/ActionMenu';
import { IconButton } from '@/ui/IconButton';
import { FormSection } from './FormSection';
import { RegionField } from './RegionField';
import { RoleTextField } from './RoleTextField';
import { UndoButtons } from './UndoButtons';

const Pair = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(9rem, 100%), 1fr))',
}));

const Tools = styled('div')({ display: 'flex' });

export function ApplicationSection() {
  return (
    <FormSection
      title="Application"
      tools={
        <Tools>
          <UndoButtons />
          <FormMenu />
        </Tools>
      }
    >
      <Pair>
        <RegionField />
        <RoleTextField
          path="accountId"
          field={accountIdField}
          help=""
          hasExample
          takesArn
          monospace
          required
          inputMode="numeric"
        />
      </Pair>
      <RoleTextField path="applicationId" field={applicationIdField} takesArn monospace required />
    </FormSection>
  );
}

function FormMenu() {
  const { getValues, fill } = useRoleForm();
  const loadExample = () => {
    const { accessMode, caller } = getValues();
    fill(
      accessMode === 'web-experience'
        ? exampleFormValues
        : exampleOfCaller(caller === '' ? 'lambda' : caller),
      'Example loaded: AWS’s sample values, for looking only',
    );
  };
  return (
    <ActionMenu
      actions={[
        { label: 'Load an example', icon: 'file', onSelect: loadExample },
        {
          label: 'Clear form',
          icon: 'remove',
          onSelect: () => fill(emptyFormValues, 'Form cleared'),
        },
      ]}
      renderButton={(button) => <IconButton {...button} icon="more" label="More form actions" />}
    />
  );
}
