import { styled } from '@mui/material/styles';
import { Suspense, useSyncExternalStore, type ReactNode } from 'react';
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
  // The prerendered form does not answer yet.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Stack>
      <AutosaveNotice />
      {paste}
      <Form
        aria-label="Role"
        aria-busy={isAlive ? undefined : true}
        onSubmit={(event) => event.preventDefault()}
        noValidate
      >
        <ApplicationSection />
        <AccessModeSection />
        {/* A boundary of its own: what is folded away comes alive after what is in sight. */}
        <Suspense>
          <OptionSections />
        </Suspense>
      </Form>
    </Stack>
  );
}
