import { useDeferredValue, useMemo } from 'react';
import { useDraft } from '@/state/roleForm';
import { ComparePage } from '@/features/compare/ComparePage';
import { planRole } from '@/qbusiness/plan';
import { useMonacoMode } from '@/ui/code/loadMonaco';
import { pastedTexts, usePastedTexts } from './pastedTexts';
import { planTexts } from './planTexts';
import { useTask } from '@/state/worker/useTask';
import { navigate } from '@/state/route';

/** The pasted documents against those of the form. */
export default function CompareView() {
  const { texts } = usePastedTexts();
  const pasted = useDeferredValue(joined(texts));
  const draft = useDeferredValue(useDraft((current) => current));
  const plan = useMemo(() => joined(planTexts(planRole(draft.template))), [draft.template]);
  const [monaco] = useMonacoMode();
  const { answered: comparison } = useTask(
    'compare',
    useMemo(
      () => ({
        before: plan,
        after: pasted,
        names: { before: 'the plan', after: 'the pasted document' },
      }),
      [plan, pasted],
    ),
  );
  return (
    <ComparePage
      pairs={pasted.trim() === '' ? [] : comparison?.answer.pairs}
      missing={draft.status === 'ready' ? 0 : draft.issues.length}
      monaco={monaco}
      onPaste={() => navigate({ workspace: 'check', tab: 'findings' })}
      onUsePlan={() => {
        pastedTexts.add(planTexts(planRole(draft.template)));
        navigate({ workspace: 'check', tab: 'findings' });
      }}
    />
  );
}

const joined = (texts: readonly { readonly text: string }[]): string =>
  texts.map(({ text }) => text).join('\n');
