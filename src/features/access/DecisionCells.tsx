import type { AccessRow, StatementPlace } from '@/documents/accessTexts';
import { verdictWords } from '@/documents/accessWords';
import { Button } from '@/ui/Button';
import type { Tone } from '@/theme/tokens';
import { StatusChip } from '@/ui/StatusChip';

const tones: Readonly<Record<AccessRow['verdict'], Tone | 'neutral'>> = {
  yes: 'success',
  yesIf: 'success',
  no: 'neutral',
  notDecided: 'warning',
};

interface DecisionCellsProps extends Pick<
  AccessRow,
  'verdict' | 'decidedBy' | 'doubts' | 'conditions' | 'isRefused'
> {
  readonly isDelegated?: boolean | undefined;
  readonly onPlace: (place: StatementPlace) => void;
}

/** The decision, and the statements or the doubts behind it. */
export function DecisionCells(props: DecisionCellsProps) {
  const { verdict, decidedBy, doubts, conditions, isRefused, isDelegated = false, onPlace } = props;
  return (
    <>
      <td>
        <StatusChip tone={tones[verdict]}>{verdictWords[verdict]}</StatusChip>
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
        {conditions.length > 0 && ` If ${conditions.join('; or if ')}.`}
        {isDelegated && ' Only if the account’s own policies allow it too.'}
        {doubts.length > 0 && ` Open: ${doubts.join('; ')}.`}
        {verdict === 'no' && (isRefused ? ' A Deny refuses it.' : 'No statement allows it.')}
      </td>
    </>
  );
}

const placeWords = ({ sid, effect, startLine, endLine }: StatementPlace): string => {
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine}–${endLine}`;
  return sid === undefined || sid === '' ? `${effect}, ${lines}` : `${sid}, ${lines}`;
};
