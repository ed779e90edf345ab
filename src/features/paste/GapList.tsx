import { pastedGaps } from '@/qbusiness/recognise/applyPaste';
import type { PastedValues, PasteReading } from '@/qbusiness/recognise/recognition';
import type { RoleFormValues } from '@/qbusiness/form/formValues';

interface GapListProps {
  readonly reading: PasteReading;
  readonly values: PastedValues;
  readonly form: RoleFormValues;
}

/** Required values that the paste does not contain, with the reason. */
export function GapList({ reading, values, form }: GapListProps) {
  const gaps = pastedGaps(values, form);
  if (gaps.length === 0) return null;
  const reasons = new Set(reading.recognitions.flatMap(({ lacks }) => lacks ?? []));
  return (
    <ul aria-label="Not in the paste">
      {gaps.map(({ label, kept }) => (
        <li key={label}>
          {kept === '' ? (
            `${label}: still missing`
          ) : (
            <>
              {label}: stays <code>{kept}</code>
            </>
          )}
        </li>
      ))}
      {[...reasons].map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
