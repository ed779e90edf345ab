import { styled } from '@mui/material/styles';
import { useDeferredValue, useMemo } from 'react';
import type { AccessInput } from '@/documents/accessTexts';
import { accessQuestionOf } from '@/qbusiness/accessQuestion';
import { planTexts } from '@/state/check/planTexts';
import { usePlan } from '@/state/roleForm';
import { useTask } from '@/state/worker/useTask';
import { AccessReportView } from './AccessReportView';

const Waiting = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  color: theme.vars.palette.text.secondary,
}));

/** Who can assume the role of the form, and what it can do. */
export default function FormAccess() {
  const plan = useDeferredValue(usePlan());
  const documents = useMemo(() => planTexts(plan), [plan]);
  const question = useMemo(
    (): AccessInput => ({
      ...accessQuestionOf(plan),
      texts: documents.map(({ text }) => text),
    }),
    [plan, documents],
  );
  const { answered } = useTask('access', question);
  if (!answered) return <Waiting role="status">Working it out …</Waiting>;
  return (
    <AccessReportView
      reports={answered.answer.reports}
      documents={documents}
      roleName={plan.roleName}
    />
  );
}
