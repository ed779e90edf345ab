import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import type { FailureProps } from './ErrorBoundary';

/** Shown for an error that no other boundary has caught. */
export function PageFailure({ error, onRetry }: FailureProps) {
  return (
    <Notice
      tone="error"
      title="The page failed"
      live
      actions={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      If it fails again, reload the page. It says:{' '}
      {error instanceof Error ? error.message : String(error)}
    </Notice>
  );
}
