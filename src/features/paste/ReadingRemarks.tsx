import type { PasteCandidate, PasteReading } from '@/qbusiness/recognise/recognition';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { someOf } from './someOf';

interface ReadingRemarksProps {
  readonly reading: PasteReading;
  readonly candidate: PasteCandidate | undefined;
  readonly onCheck: () => void;
}

/** Warnings about the values, refused values, and other uses of the paste. */
export function ReadingRemarks({ reading, candidate, onCheck }: ReadingRemarksProps) {
  const warnings = [
    // With several candidates, the table shows the warnings of each.
    ...(reading.candidates.length === 1 ? (candidate?.warnings ?? []) : []),
    ...someOf(reading.refusals),
    ...reading.conflicts.map(
      ({ label, values }) =>
        `${label}: the paste holds ${someOf(values).join(' and ')}, and nothing says which one is meant. It is left out.`,
    ),
  ];
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="warning">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      {reading.policies.length > 0 && (
        <Notice tone="info" actions={<Button onClick={onCheck}>Check this policy</Button>}>
          This is a {reading.policies.join(' and a ')}. Its ARNs give the values.
        </Notice>
      )}
    </>
  );
}
