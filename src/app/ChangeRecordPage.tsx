import { useDeferredValue, useMemo } from 'react';
import { useDraft } from '@/features/builder/roleForm';
import { ChangeRecord } from '@/features/changeRecord/ChangeRecord';
import { planRole } from '@/qbusiness/plan';
import { ScrollingView } from './ScrollingView';
import { useExportGate } from './useExportGate';

/** The change record of the role in the form. */
export default function ChangeRecordPage() {
  const draft = useDeferredValue(useDraft((current) => current));
  const plan = useMemo(() => planRole(draft.template), [draft.template]);
  return (
    <ScrollingView>
      <ChangeRecord plan={plan} blocked={useExportGate(draft)} />
    </ScrollingView>
  );
}
