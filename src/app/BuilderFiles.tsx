import { memo, useDeferredValue, useMemo } from 'react';
import { styled } from '@mui/material/styles';
import { useDraft } from '@/features/builder/roleForm';
import { CommandsPanel } from '@/features/exports/CommandsPanel';
import { ExportFiles } from '@/features/exports/ExportFiles';
import { Runbook } from '@/features/exports/Runbook';
import { CompanionPolicies } from '@/features/preview/CompanionPolicies';
import { PolicyDocuments } from '@/features/preview/PolicyDocuments';
import { planRole } from '@/qbusiness/plan';
import type { RoleDraft } from '@/qbusiness/request';
import { useMonacoMode } from '@/ui/code/loadMonaco';
import { ErrorBoundary } from './ErrorBoundary';
import { FilesSection } from './FilesSection';
import { PreviewFailure } from './PreviewFailure';
import { useExportGate } from './useExportGate';
import { usePlaceholderLinks } from './usePlaceholderLinks';

const Sections = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(4) }));

/** What the form comes to. Typing goes first: the files follow as soon as there is time. */
export function BuilderFiles() {
  const draft = useDeferredValue(useDraft((current) => current));
  return (
    <ErrorBoundary resetKey={draft} fallback={PreviewFailure}>
      <Files draft={draft} />
    </ErrorBoundary>
  );
}

const Files = memo(function Files({ draft }: { draft: RoleDraft }) {
  const [monaco] = useMonacoMode();
  const plan = useMemo(() => planRole(draft.template), [draft.template]);
  const blocked = useExportGate(draft);
  const placeholders = usePlaceholderLinks();
  const view = { plan, monaco, placeholders, blocked };
  return (
    <Sections>
      <FilesSection title="Policies">
        <PolicyDocuments {...view} />
      </FilesSection>
      <FilesSection title="Commands">
        <CommandsPanel plan={plan} placeholders={placeholders} blocked={blocked} />
        <Runbook plan={plan} placeholders={placeholders} blocked={blocked} />
      </FilesSection>
      {plan.companions.length > 0 && (
        <FilesSection title="Policies for others">
          <CompanionPolicies {...view} />
        </FilesSection>
      )}
      <FilesSection title="Files">
        <ExportFiles {...view} />
      </FilesSection>
    </Sections>
  );
});
