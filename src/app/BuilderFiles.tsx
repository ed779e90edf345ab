import { memo, useMemo } from 'react';
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
import { useLater } from '@/ui/useLater';
import { ErrorBoundary } from './ErrorBoundary';
import { FilesSection } from './FilesSection';
import { PreviewFailure } from './PreviewFailure';
import { useExportGate } from './useExportGate';
import { usePlaceholderLinks } from './usePlaceholderLinks';

const Sections = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(4) }));

/** What the form comes to: both documents with each key press, the rest as soon as there is time. */
export function BuilderFiles() {
  const draft = useDraft((current) => current);
  return (
    <Sections>
      <ErrorBoundary resetKey={draft} fallback={PreviewFailure}>
        <Documents draft={draft} />
        <OtherFiles draft={useLater(draft)} />
      </ErrorBoundary>
    </Sections>
  );
}

interface FilesProps {
  readonly draft: RoleDraft;
}

function usePreview(draft: RoleDraft) {
  const [monaco] = useMonacoMode();
  const plan = useMemo(() => planRole(draft.template), [draft.template]);
  const blocked = useExportGate(draft);
  const placeholders = usePlaceholderLinks();
  return { plan, monaco, placeholders, blocked };
}

const Documents = memo(function Documents({ draft }: FilesProps) {
  return (
    <FilesSection title="Policies">
      <PolicyDocuments {...usePreview(draft)} />
    </FilesSection>
  );
});

const OtherFiles = memo(function OtherFiles({ draft }: FilesProps) {
  const view = usePreview(draft);
  const { plan, placeholders, blocked } = view;
  return (
    <>
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
    </>
  );
});
