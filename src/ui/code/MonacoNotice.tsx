import { Button } from '../Button';

/** Says that Monaco could not be loaded, for example offline or after a new release. */
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
