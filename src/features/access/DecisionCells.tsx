import type { StatementPlace } from '@/documents/accessTexts';
import { decisionWords } from '@/documents/accessWords';
import type { Decision } from '@/iam/evaluate';
import { Button } from '@/ui/Button';
import type { Tone } from '@/theme/tokens';
import { StatusChip } from '@/ui/StatusChip';

const tones: Readonly<Record<Decision, Tone | 'neutral'>> = {
  allowed: 'success',
  explicitDeny: 'error',
  implicitDeny: 'neutral',
  notDecided: 'warning',
};

interface DecisionCellsProps {
  readonly decision: Decision;
  readonly decidedBy: readonly StatementPlace[];
  readonly doubts: readonly string[];
  readonly isDelegated?: boolean | undefined;
  readonly onPlace: (place: StatementPlace) => void;
}

/** The decision, and the statements or the doubts behind it. */
export function DecisionCells(props: DecisionCellsProps) {
  const { decision, decidedBy, doubts, isDelegated = false, onPlace } = props;
  return (
    <>
      <td>
        <StatusChip tone={tones[decision]}>{decisionWords[decision]}</StatusChip>
      </td>
      <td>
        {decidedBy.map((place) => (
          <Button
            key={`${place.text} ${place.startLine} ${place.endLine}`}
            size="small"
            look="quiet"
            onClick={() => onPlace(place)}
          >
            {placeWords(place)}
          </Button>
        ))}
        {isDelegated && ' Only if the account’s own policies allow it too.'}
        {doubts.length > 0 && ` Open: ${doubts.join('; ')}.`}
        {decision === 'implicitDeny' && 'No statement allows it.'}
      </td>
    </>
  );
}

const placeWords = ({ sid, effect, startLine, endLine }: StatementPlace): string => {
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine}–${endLine}`;
  return sid === undefined || sid === '' ? `${effect}, ${lines}` : `${sid}, ${lines}`;
};
