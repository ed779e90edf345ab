import { lazy } from 'react';
import type { RunbookStepsProps } from './RunbookSteps';
import { WhenOpened } from './WhenOpened';

const RunbookSteps = lazy(() => import('./RunbookSteps'));

/** The whole order of work, as the README of the folder tells it. */
export function Runbook(props: RunbookStepsProps) {
  return (
    <WhenOpened
      title="Step by step, with the scripts of the download"
      summary="check, apply, verify, hand over, try"
    >
      <RunbookSteps {...props} />
    </WhenOpened>
  );
}
