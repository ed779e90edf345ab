import { Button } from '../Button';

/** Monaco did not arrive, for example after a new release or without a network. */
export function MonacoNotice({ onRetry }: { onRetry: () => void }) {
  return (
    <p className="code-notice" role="status">
      The editor could not be loaded. Nothing is lost: this plain view holds the same text.{' '}
      <Button look="quiet" size="small" onClick={onRetry}>
        Load the editor again
      </Button>
    </p>
  );
}
