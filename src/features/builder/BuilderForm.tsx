import { useSyncExternalStore, type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { exampleFormValues, exampleOfCaller } from '@/qbusiness/examples';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { Button } from '@/ui/Button';
import { showToast } from '@/ui/toast';
import { AccessModeSection } from './AccessModeSection';
import { ApplicationSection } from './ApplicationSection';
import { CallerSection } from './CallerSection';
import { NamesSection } from './NamesSection';
import { OptionsSection } from './OptionsSection';
import { useRoleForm } from './roleForm';

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(3.5),
  alignContent: 'start',
}));

const Actions = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(0.5),
}));

interface BuilderFormProps {
  /** At the end of the row of actions. */
  readonly actions?: ReactNode;
}

const never = () => () => {};

/** Everything that is asked. There is no submit: the files follow each key press. */
export function BuilderForm({ actions }: BuilderFormProps) {
  // The prerendered form does not answer yet.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Form
      aria-label="Role"
      aria-busy={isAlive ? undefined : true}
      onSubmit={(event) => event.preventDefault()}
      noValidate
    >
      <FormActions>{actions}</FormActions>
      <ApplicationSection />
      <AccessModeSection />
      <CallerSection />
      <NamesSection />
      <OptionsSection />
    </Form>
  );
}

function FormActions({ children }: { children: ReactNode }) {
  const { getValues, replaceValues } = useRoleForm();
  const replace = (values: RoleFormValues, message: string) => {
    const before = structuredClone(getValues());
    replaceValues(values);
    showToast({ message, action: { label: 'Undo', onAct: () => replaceValues(before) } });
  };
  return (
    <Actions>
      <Button
        size="small"
        onClick={() => {
          const { accessMode, caller } = getValues();
          replace(
            accessMode === 'web-experience'
              ? exampleFormValues
              : exampleOfCaller(caller === '' ? 'lambda' : caller),
            'Example loaded: AWS’s sample values, for looking only',
          );
        }}
      >
        Load an example
      </Button>
      <Button size="small" look="quiet" onClick={() => replace(emptyFormValues, 'Form cleared')}>
        Clear form
      </Button>
      {children}
    </Actions>
  );
}
