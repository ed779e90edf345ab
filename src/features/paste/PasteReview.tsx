import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { styled } from '@mui/material/styles';
import { applyPaste, pastedChanges } from '@/qbusiness/recognise/applyPaste';
import { recognise } from '@/qbusiness/recognise/recognise';
import { announce } from '@/ui/announcer';
import { Button } from '@/ui/Button';
import { CandidateChoice } from './CandidateChoice';
import { ChangeList } from './ChangeList';
import { GapList } from './GapList';
import type { PasteTarget } from './PasteField';
import { ReadingRemarks } from './ReadingRemarks';
import { UnknownPaste } from './UnknownPaste';

const Review = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gap: theme.spacing(1.25),
  '& > ul': { margin: 0, paddingInlineStart: theme.spacing(2.5) },
}));

const Actions = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(1),
}));

interface PasteReviewProps {
  readonly text: string;
  readonly target: PasteTarget;
  readonly onClose: () => void;
}

/** What the paste was taken for, and what it would change. */
export default function PasteReview({ text, target, onClose }: PasteReviewProps) {
  const reading = useMemo(() => recognise(text), [text]);
  const form = useSyncExternalStore(target.subscribe, target.getValues, target.getValues);
  const [chosen, setChosen] = useState<number | undefined>(
    reading.candidates.length === 1 ? 0 : undefined,
  );
  const candidate = chosen === undefined ? undefined : reading.candidates[chosen];
  const changes = candidate ? pastedChanges(candidate.values, form) : [];
  const understood = [...new Set(reading.recognitions.map(({ title }) => title))];

  const isUnknown = understood.length === 0;
  const message = isUnknown
    ? 'Not recognised'
    : `Recognised: ${understood.join(', ')}. ${wordsFor(reading.candidates.length, changes.length)}`;
  useEffect(() => announce(message), [message]);

  if (isUnknown) return <UnknownPaste refusals={reading.refusals} onClose={onClose} />;
  return (
    <Review>
      <p>
        <strong>Recognised:</strong> {understood.join(', ')}
      </p>
      <ReadingRemarks reading={reading} candidate={candidate} />
      {reading.candidates.length > 1 && (
        <CandidateChoice candidates={reading.candidates} chosen={chosen} onChoose={setChosen} />
      )}
      {candidate && <ChangeList changes={changes} />}
      {candidate && <GapList reading={reading} values={candidate.values} form={form} />}
      <Actions>
        {candidate && changes.length > 0 && (
          <Button
            look="primary"
            size="small"
            onClick={() => {
              target.onFill(applyPaste(candidate.values, form), filledMessage(changes.length));
              onClose();
            }}
          >
            Fill in the form
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          Discard the paste
        </Button>
      </Actions>
    </Review>
  );
}

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

const filledMessage = (changes: number) => `Filled in ${count(changes, 'value', 'values')}`;

function wordsFor(candidates: number, changes: number): string {
  if (candidates > 1) return `Choose one of ${candidates}`;
  return changes === 0 ? 'Nothing would change' : count(changes, 'change', 'changes');
}
