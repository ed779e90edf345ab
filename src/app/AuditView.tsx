import { useCallback, useDeferredValue, useMemo } from 'react';
import { AuditPage } from '@/features/audit/AuditPage';
import { useDraft } from '@/state/roleForm';
import { planRole } from '@/qbusiness/plan';
import { publishedPolicies } from '@/qbusiness/publishedPolicies';
import { useMonacoMode } from '@/ui/code/loadMonaco';
import { expectedApplication } from './expectedApplication';
import { pastedTexts, usePastedTexts, type PastedText } from './pastedTexts';
import { planTexts } from './planTexts';
import { runTask } from '@/state/worker/runTask';
import { useTask } from '@/state/worker/useTask';

/** What somebody pasted, and what is wrong with it. */
export default function AuditView() {
  const { texts, shown } = usePastedTexts();
  const template = useDeferredValue(useDraft((draft) => draft.template));
  const [monaco, askForMonaco] = useMonacoMode();
  const expected = useMemo(() => expectedApplication(template), [template]);
  const { answered: audit } = useTask(
    'audit',
    useMemo(() => ({ texts, expected }), [texts, expected]),
  );
  const results = new Map(
    audit?.input.texts.flatMap((text, i) => {
      const audited = audit.answer.texts[i];
      // Nothing of another text than the one on the screen may be applied to it.
      return audited ? [[text.id, { audited, isCurrent: texts.includes(text) }] as const] : [];
    }),
  );
  const fixAll = useCallback(({ text, kinds }: PastedText) => runTask('fix', { text, kinds }), []);
  const example = (name: 'plan' | 'published') =>
    pastedTexts.add(name === 'plan' ? planTexts(planRole(template)) : publishedPolicies);
  return (
    <AuditPage
      texts={texts}
      shownId={shown}
      results={results}
      monaco={monaco}
      onAskForMonaco={askForMonaco}
      onShow={pastedTexts.show}
      onText={pastedTexts.setText}
      onKind={pastedTexts.setKind}
      onAdd={pastedTexts.add}
      onAddBlank={pastedTexts.addBlank}
      onRemove={pastedTexts.remove}
      onExample={example}
      onFixAll={fixAll}
    />
  );
}
