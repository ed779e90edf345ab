import { lazy, type ReactNode } from 'react';
import { BuildView } from '@/features/build/BuildView';
import { PasteField } from '@/features/paste/PasteField';
import { navigate } from '@/state/route';
import { ErrorBoundary } from './ErrorBoundary';
import { pastedTexts } from './pastedTexts';
import { PreviewFailure } from './PreviewFailure';

const tabs = {
  access: lazy(() => import('./AccessView')),
  'change-record': lazy(() => import('@/features/changeRecord/ChangeRecordView')),
  applications: lazy(() => import('@/features/batch/BatchView')),
};

function Boundary({ resetKey, children }: { resetKey: unknown; children: ReactNode }) {
  return (
    <ErrorBoundary resetKey={resetKey} fallback={PreviewFailure}>
      {children}
    </ErrorBoundary>
  );
}

function checkPolicy(text: string) {
  pastedTexts.add([{ name: 'Pasted policy', text }]);
  navigate({ workspace: 'check', tab: 'findings' });
}

/** Puts together what several features give to the workspace. */
export function BuildWorkspace() {
  return <BuildView paste={<PasteField onCheck={checkPolicy} />} tabs={tabs} boundary={Boundary} />;
}
