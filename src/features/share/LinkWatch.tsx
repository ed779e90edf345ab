import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { afterPaint } from '@/browser/afterPaint';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { changedPaths } from '@/state/history';
import { useRoleForm } from '@/state/roleForm';
import type { OpenedLink } from './openedLink';
import { watchLinks, type LinkReader } from './watchLinks';

const LinkDialog = lazy(() => import('./LinkDialog'));

interface Asking {
  readonly link: OpenedLink;
  readonly reader: LinkReader;
}

/** Opens shared links: at once if the form is empty, else after asking. */
export function LinkWatch() {
  const { fill, undo, autosave } = useRoleForm();
  const [asking, setAsking] = useState<Asking>();

  const isEmpty = () => changedPaths(emptyFormValues, undo.getState().values).length === 0;
  const handleLink = useEffectEvent((fragment: string, reader: LinkReader) => {
    const link = reader.readLink(fragment);
    const isInTheWay = (rows: readonly unknown[]) =>
      !isEmpty() || (rows.length > 0 && reader.currentRows().length > 0);
    if (link.kind === 'values' && link.problems.length === 0 && !isInTheWay(link.rows)) {
      setAsking(undefined);
      reader.openLink(link, fill);
    } else setAsking({ link, reader });
  });
  // After the stored form has been restored: a link replaces it only after asking.
  useEffect(() => {
    let stop: (() => void) | undefined;
    const stopWaiting = autosave.whenRestored(() => {
      stop = watchLinks((fragment, reader) => handleLink(fragment, reader));
    });
    return () => {
      stopWaiting();
      stop?.();
    };
  }, [autosave]);

  if (asking === undefined) return null;
  const { link, reader } = asking;
  return (
    <Suspense>
      <LinkDialog
        link={link}
        current={undo.getState().values}
        currentRows={reader.currentRows()}
        isEmpty={isEmpty()}
        onOpen={() => {
          setAsking(undefined);
          // Two tasks, each of which lets people type: to take the dialog away, and to fill in the form.
          if (link.kind === 'values') afterPaint(() => reader.openLink(link, fill));
        }}
        onKeep={() => setAsking(undefined)}
      />
    </Suspense>
  );
}
