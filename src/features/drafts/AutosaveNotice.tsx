import { useSyncExternalStore } from 'react';
import { styled } from '@mui/material/styles';
import { LiveRegion } from '@/ui/LiveRegion';
import { Notice } from '@/ui/Notice';
import { describeFailure } from './describeFailure';
import type { FormKeeper } from './formKeeper';

const Spaced = styled('div')(({ theme }) => ({ marginBlockEnd: theme.spacing(2) }));

/** Tells when the form is not being saved; it works on all the same. */
export function AutosaveNotice({ keeper }: { keeper: FormKeeper }) {
  const failure = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.getState().failure,
    () => undefined,
  );
  return (
    <LiveRegion>
      {failure !== undefined && (
        <Spaced>
          <Notice tone="warning" title="The form works, but is not saved">
            {describeFailure(failure)}
          </Notice>
        </Spaced>
      )}
    </LiveRegion>
  );
}
