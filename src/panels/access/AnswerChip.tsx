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

/** Intended access is a success, other access a danger; neutral if the intention is not known. */
function toneOf({ verdict, isIntended }: AccessAnswer, knowsIntent: boolean): Tone | 'neutral' {
  if (verdict === 'notDecided') return 'warning';
  if (verdict === 'no') return knowsIntent && isIntended ? 'error' : 'neutral';
  if (!knowsIntent) return 'info';
  return isIntended ? 'success' : 'security';
}

interface AnswerChipProps {
  readonly answer: AccessAnswer;
  /** Whether it is known for whom the role is intended. */
  readonly knowsIntent: boolean;
}

/** The answer, and whether it is intended, in words, with icon and colour. */
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
