import { styled } from '@mui/material/styles';
import { useDeferredValue, useMemo } from 'react';
import type { AccessInput } from '@/documents/accessTexts';
import { contextOf, requestersOf, settingOf } from '@/qbusiness/access';
import type { RolePlan } from '@/qbusiness/plan';
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
  const question = useMemo(() => questionAbout(plan), [plan]);
  const { answered } = useTask('access', question);
  if (!answered) return <Waiting role="status">Working it out …</Waiting>;
  return (
    <AccessReportView report={answered.answer} documents={documents} roleName={plan.roleName} />
  );
}

/** Of the role of the form it is known who calls it, and how. */
function questionAbout(plan: RolePlan): AccessInput {
  return {
    texts: planTexts(plan).map(({ text }) => text),
    setting: settingOf(plan),
    isSettingFixed: true,
    roleArn:
      plan.target === 'new-role'
        ? plan.roleArn
        : `arn:${plan.partition}:iam::${plan.accountId}:role/${plan.roleName}`,
    context: contextOf(plan),
    ...(plan.target === 'new-role' && { requesters: requestersOf(plan) }),
  };
}
