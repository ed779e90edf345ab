import { lazy, type ReactNode } from 'react';
import { BuildView } from '@/features/build/BuildView';
import { PasteField } from '@/features/paste/PasteField';
import { checkSession } from '@/state/check/checkSession';
import { navigate } from '@/state/route';
import { ErrorBoundary } from './ErrorBoundary';
import { PreviewFailure } from './PreviewFailure';

const tabs = {
  access: lazy(() => import('@/panels/access/FormAccess')),
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
  checkSession.add([{ name: 'Pasted policy', text }]);
  navigate({ workspace: 'check', tab: 'findings' });
}

/** The workspace Build, composed of several features. */
export function BuildWorkspace() {
  return <BuildView paste={<PasteField onCheck={checkPolicy} />} tabs={tabs} boundary={Boundary} />;
}
