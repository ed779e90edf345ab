import { useDeferredValue, useMemo, useState } from 'react';
import { AccessPage } from '@/features/access/AccessPage';
import { usePlan } from '@/state/roleForm';
import { accessQuestionOf } from '@/qbusiness/access';
import type { RolePlan } from '@/qbusiness/plan';
import { useMonacoMode } from '@/ui/code/loadMonaco';
import { usePastedTexts } from './pastedTexts';
import { planTexts, type PlanText } from './planTexts';
import { useTask } from '@/state/worker/useTask';
import { navigate } from '@/state/route';

/** What the role of the form, or of pasted documents, can do and who can become it. */
export default function AccessView() {
  const { texts } = usePastedTexts();
  const pasted = useDeferredValue(texts);
  const plan = useDeferredValue(usePlan());
  const [subject, setSubject] = useState<'plan' | 'pasted'>('plan');
  const [monaco] = useMonacoMode();
  const documents = useMemo(
    () => (subject === 'plan' ? planTexts(plan) : pasted),
    [subject, plan, pasted],
  );
  const { answered: report } = useTask(
    'access',
    useMemo(
      () => ({ ...question(plan, subject), documents, texts: textsOf(documents) }),
      [plan, subject, documents],
    ),
  );
  return (
    <AccessPage
      subject={subject}
      onSubject={setSubject}
      answer={report?.answer}
      documents={report?.input.documents ?? []}
      roleName={subject === 'plan' ? plan.roleName : 'of the pasted documents'}
      monaco={monaco}
      onPaste={() => navigate({ workspace: 'check', tab: 'findings' })}
    />
  );
}

const textsOf = (documents: readonly PlanText[]): readonly string[] =>
  documents.map(({ text }) => text);

/** Of pasted documents nothing is known but what they say; of the plan, whom it is made for. */
const question = (plan: RolePlan, subject: 'plan' | 'pasted') =>
  subject === 'plan' ? accessQuestionOf(plan) : {};
