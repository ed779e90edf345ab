import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { changedPaths } from '@/state/history';
import { useRoleForm } from '@/state/roleForm';
import { navigate } from '@/state/route';
import type { OpenedLink } from './openedLink';
import { watchLinks } from './watchLinks';

const LinkDialog = lazy(() => import('./LinkDialog'));

/** Opens links to a form: at once where nothing is in the way, else after asking. */
export function LinkWatch() {
  const { fill, undo, autosave } = useRoleForm();
  const [asking, setAsking] = useState<OpenedLink>();

  const isEmpty = () => changedPaths(emptyFormValues, undo.getState().values).length === 0;
  const open = (values: RoleFormValues) => {
    setAsking(undefined);
    fill(values, 'Opened from the link');
    navigate({ workspace: 'build' });
  };
  const handleLink = useEffectEvent((link: OpenedLink) => {
    if (link.kind === 'values' && link.problems.length === 0 && isEmpty()) open(link.values);
    else setAsking(link);
  });
  // What was kept comes first: a link never takes its place unasked.
  useEffect(() => {
    let stop: (() => void) | undefined;
    const stopWaiting = autosave.whenRestored(() => {
      stop = watchLinks((link) => handleLink(link));
    });
    return () => {
      stopWaiting();
      stop?.();
    };
  }, [autosave]);

  if (asking === undefined) return null;
  return (
    <Suspense>
      <LinkDialog
        link={asking}
        current={undo.getState().values}
        isEmpty={isEmpty()}
        onOpen={open}
        onKeep={() => setAsking(undefined)}
      />
    </Suspense>
  );
}
