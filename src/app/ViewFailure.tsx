import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import type { FailureProps } from './ErrorBoundary';

/** Shown if a view failed or could not be loaded; the form and other views are not affected. */
export function ViewFailure({ error, onRetry }: FailureProps) {
  return (
    <Notice
      tone="error"
      title="This view could not be shown"
      live
      actions={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      The form is kept. If it fails again, reload the page. It says:{' '}
      {error instanceof Error ? error.message : String(error)}
    </Notice>
  );
}
