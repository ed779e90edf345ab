import { useSyncExternalStore } from 'react';
import { describeFailure } from '@/state/describeFailure';
import { useRoleForm } from '@/state/roleForm';
import { LiveRegion } from '@/ui/LiveRegion';
import { Notice } from '@/ui/Notice';

/** A notice that autosave has failed. */
export function AutosaveNotice() {
  const { autosave } = useRoleForm();
  const failure = useSyncExternalStore(
    autosave.subscribe,
    () => autosave.getState().failure,
    () => undefined,
  );
  return (
    <LiveRegion>
      {failure !== undefined && (
        <Notice tone="warning" title="The form works, but is not saved">
          {describeFailure(failure)}
        </Notice>
      )}
    </LiveRegion>
  );
}
