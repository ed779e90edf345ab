import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import type { OpenedLink } from './openedLink';
import { watchLinks } from './watchLinks';

const LinkDialog = lazy(() => import('./LinkDialog'));

interface LinkGateProps {
  /** What a link would replace. */
  readonly getValues: () => RoleFormValues;
  /** Whether nobody has typed anything that a link could overwrite. */
  readonly isEmpty: () => boolean;
  readonly onOpen: (values: RoleFormValues, message: string) => void;
}

/** Opens links to a form: at once where nothing is in the way, else after asking. */
export function LinkGate({ getValues, isEmpty, onOpen }: LinkGateProps) {
  const [asking, setAsking] = useState<OpenedLink>();

  const handleLink = useEffectEvent((link: OpenedLink) => {
    if (link.kind === 'values' && link.problems.length === 0 && isEmpty()) {
      onOpen(link.values, 'Opened from the link');
    } else {
      setAsking(link);
    }
  });
  useEffect(() => watchLinks((link) => handleLink(link)), []);

  if (asking === undefined) return null;
  return (
    <Suspense>
      <LinkDialog
        link={asking}
        current={getValues()}
        isEmpty={isEmpty()}
        onOpen={(values) => {
          setAsking(undefined);
          onOpen(values, 'Opened from the link');
        }}
        onKeep={() => setAsking(undefined)}
      />
    </Suspense>
  );
}
