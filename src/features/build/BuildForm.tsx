import { styled } from '@mui/material/styles';
import { Suspense, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useRoleForm } from '@/state/roleForm';
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

/** Everything that is asked. There is no submit: the results follow each key press. */
export function BuildForm({ paste }: { paste: ReactNode }) {
  return (
    <Stack>
      <AutosaveNotice />
      {paste}
      <AliveForm>
        <ApplicationSection />
        <AccessModeSection />
        {/* A boundary of its own: what is folded away comes alive after what is in sight. */}
        <Suspense>
          <OptionSections />
          <Restore />
        </Suspense>
      </AliveForm>
    </Stack>
  );
}

/** Begins what restores the form; stands behind the last of the fields, which are alive by then. */
function Restore() {
  const { begin } = useRoleForm();
  useEffect(begin, [begin]);
  return null;
}

/** The form around its sections, which it does not render again when it comes alive. */
function AliveForm({ children }: { children: ReactNode }) {
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
      {children}
    </Form>
  );
}
