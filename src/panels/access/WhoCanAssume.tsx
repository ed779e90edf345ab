import { useMemo, useState } from 'react';
import type { AccessReport } from '@/documents/accessTexts';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { RowTable } from '@/ui/RowTable';
import { WordBreaks } from '@/ui/WordBreaks';
import { AnswerChip } from './AnswerChip';
import { requesterAnswers } from './answers';
import { Reasons, type OnPlace } from './Reasons';

const columns = [
  { label: 'Caller', width: '36%' },
  { label: 'Can assume', width: '11.5rem' },
  { label: 'Reason' },
];

/** A table that is longer makes a page slow; those who can assume the role come first. */
const pageSize = 60;

interface WhoCanAssumeProps {
  readonly report: AccessReport;
  readonly onPlace: OnPlace;
}

/** Every tested requester, and whether the trust policy allows it to assume the role. */
export function WhoCanAssume({ report, onPlace }: WhoCanAssumeProps) {
  const answers = useMemo(() => requesterAnswers(report), [report]);
  const [most, setMost] = useState(pageSize);
  const knowsIntent = answers.some(({ isIntended }) => isIntended);
  if (answers.length === 0) {
    return (
      <EmptyState title="No trust policy">
        Add the role’s trust policy to see who can assume it.
      </EmptyState>
    );
  }
  return (
    <>
      <RowTable
        label="Who can assume the role"
        columns={columns}
        rows={answers.slice(0, most).map((answer) => ({
          key: answer.key,
          cells: [
            <strong key="subject">
              <WordBreaks>{answer.subject}</WordBreaks>
            </strong>,
            <AnswerChip key="chip" answer={answer} knowsIntent={knowsIntent} />,
            <Reasons key="reasons" answer={answer} onPlace={onPlace} />,
          ],
        }))}
      />
      {answers.length > most && (
        <div>
          <Button onClick={() => setMost(most + pageSize)}>
            Show {Math.min(pageSize, answers.length - most)} more
          </Button>
        </div>
      )}
    </>
  );
}
