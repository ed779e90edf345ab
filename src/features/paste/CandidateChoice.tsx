import { useId } from 'react';
import type { PasteCandidate } from '@/qbusiness/recognise/recognition';
import { RadioCards } from '@/ui/RadioCards';

interface CandidateChoiceProps {
  readonly candidates: readonly PasteCandidate[];
  readonly chosen: number | undefined;
  readonly onChoose: (index: number) => void;
}

/** One of several applications in a paste. */
export function CandidateChoice({ candidates, chosen, onChoose }: CandidateChoiceProps) {
  const name = useId();
  return (
    <RadioCards
      legend={`The paste holds ${candidates.length}: which one?`}
      name={name}
      options={candidates.map((candidate, index) => ({
        value: String(index),
        title: titleOf(candidate),
        description: [valuesOf(candidate), ...candidate.warnings].join('. '),
      }))}
      value={chosen === undefined ? '' : String(chosen)}
      onChange={(event) => onChoose(Number(event.target.value))}
    />
  );
}

const titleOf = ({ name, values }: PasteCandidate) =>
  name ?? values.applicationId ?? values.webExperienceId ?? values.accountId ?? values.region ?? '';

const valuesOf = ({
  values: { region, accountId, applicationId, webExperienceId },
}: PasteCandidate) =>
  [region, accountId, applicationId, webExperienceId]
    .filter((value) => value !== undefined)
    .join(' · ');
