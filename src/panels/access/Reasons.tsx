import { styled } from '@mui/material/styles';
import type { StatementPlace } from '@/documents/accessTexts';
import { Button } from '@/ui/Button';
import { WordBreaks } from '@/ui/WordBreaks';
import { firstOf } from '@/words/counts';
import type { AccessAnswer } from './answers';

const List = styled('div')(({ theme }) => ({
  display: 'grid',
  justifyItems: 'start',
  gap: theme.spacing(0.25),
  '& > p': { textWrap: 'pretty' },
  '& > button': {
    marginInlineStart: theme.spacing(-1),
    paddingInline: theme.spacing(1),
    minHeight: 28,
    maxInlineSize: `calc(100% + ${theme.spacing(1)})`,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
}));

/** Statements that are listed. */
const mostPlaces = 6;

export type OnPlace = (place: StatementPlace) => void;

/** The reasons for an answer, an example, and the deciding statements. */
export function Reasons({
  answer: { reasons, witness, places },
  onPlace,
}: {
  readonly answer: AccessAnswer;
  readonly onPlace: OnPlace;
}) {
  const { shown, more } = firstOf(places, mostPlaces);
  return (
    <List>
      {reasons.map((reason, position) => (
        <p key={position}>
          <WordBreaks>{reason}</WordBreaks>
        </p>
      ))}
      {witness !== undefined && (
        <p>
          For example: <WordBreaks>{witness}</WordBreaks>
        </p>
      )}
      {shown.map((place) => (
        <Button
          key={`${place.text} ${place.startLine} ${place.endLine}`}
          look="quiet"
          onClick={() => onPlace(place)}
        >
          <WordBreaks>{placeWords(place)}</WordBreaks>
        </Button>
      ))}
      {more !== undefined && <p>and {more} statements</p>}
    </List>
  );
}

function placeWords({ sid, effect, startLine, endLine }: StatementPlace): string {
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine}–\u2060${endLine}`;
  return `${sid === undefined || sid === '' ? effect : sid}, ${lines}`;
}
