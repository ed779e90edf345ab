import { styled } from '@mui/material/styles';
import { useSyncExternalStore, type ReactNode } from 'react';
import { AccessModeSection } from './AccessModeSection';
import { ApplicationSection } from './ApplicationSection';
import { AutosaveNotice } from './AutosaveNotice';
import { OptionSections } from './OptionSections';

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(2),
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
}));

const Stack = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(2),
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& > :empty': { display: 'none' },
}));

const never = () => () => {};

/** The form. It has no submit button: the results follow each key press. */
export function BuildForm({ paste }: { paste: ReactNode }) {
  return (
    <Stack>
      <AutosaveNotice />
      {paste}
      <AliveForm>
        <ApplicationSection />
        <AccessModeSection />
        <OptionSections />
      </AliveForm>
    </Stack>
  );
}

/** The form element around its sections, which it does not render again after hydration. */
function AliveForm({ children }: { children: ReactNode }) {
  // Before hydration, the form does not react to input.
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
      {children}
    </Form>
  );
}
