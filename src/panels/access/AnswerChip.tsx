import type { Verdict } from '@/documents/accessTexts';
import type { Tone } from '@/theme/tokens';
import { StatusChip } from '@/ui/StatusChip';
import type { AccessAnswer } from './answers';

const words: Readonly<Record<Verdict, string>> = {
  yes: 'Yes',
  yesIf: 'Yes, if …',
  no: 'No',
  notDecided: 'Not decided',
};

/** What was meant is good, what was not meant is a danger; where nobody knows, it is neither. */
function toneOf({ verdict, isIntended }: AccessAnswer, knowsIntent: boolean): Tone | 'neutral' {
  if (verdict === 'notDecided') return 'warning';
  if (verdict === 'no') return knowsIntent && isIntended ? 'error' : 'neutral';
  if (!knowsIntent) return 'info';
  return isIntended ? 'success' : 'security';
}

interface AnswerChipProps {
  readonly answer: AccessAnswer;
  /** Whether it is known for whom the role is made. */
  readonly knowsIntent: boolean;
}

/** The answer, and whether it was meant: told apart by words and icon, not by colour alone. */
export function AnswerChip({ answer, knowsIntent }: AnswerChipProps) {
  const isYes = answer.verdict === 'yes' || answer.verdict === 'yesIf';
  const isMeant = knowsIntent && answer.isIntended === true && isYes;
  return (
    <StatusChip tone={toneOf(answer, knowsIntent)}>
      {words[answer.verdict]}
      {isMeant && ', as intended'}
    </StatusChip>
  );
}
