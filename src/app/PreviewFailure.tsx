import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import type { FailureProps } from './ErrorBoundary';

/** Shown if the results could not be rendered; the form is not affected. */
export function PreviewFailure({ error, onRetry }: FailureProps) {
  return (
    <Notice
      tone="error"
      title="This result could not be shown"
      live
      actions={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      Everything in the form is kept. Change a value or try again. The page says:{' '}
      {error instanceof Error ? error.message : String(error)}
    </Notice>
  );
}
