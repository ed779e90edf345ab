import { Button } from '@/ui/Button';
import { LiveRegion } from '@/ui/LiveRegion';
import { Notice } from '@/ui/Notice';
import type { Outcome } from './outcome';

interface OutcomeNoticeProps {
  readonly outcome: Outcome | undefined;
  readonly onUndone: () => void;
}

export function OutcomeNotice({ outcome, onUndone }: OutcomeNoticeProps) {
  const undo = outcome?.undo;
  return (
    <LiveRegion>
      {outcome && (
        <Notice
          tone={outcome.tone}
          actions={
            undo && (
              <Button
                size="small"
                onClick={() => {
                  undo();
                  onUndone();
                }}
              >
                Undo
              </Button>
            )
          }
        >
          {outcome.words}
        </Notice>
      )}
    </LiveRegion>
  );
}
