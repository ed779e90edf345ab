import { RoleFormProvider } from '@/features/builder/RoleFormProvider';
import { StatusAnnouncer } from '@/ui/StatusAnnouncer';
import { ToastRegion } from '@/ui/ToastRegion';
import { ErrorBoundary } from './ErrorBoundary';
import { FormDeskProvider } from './FormDeskProvider';
import { PageFailure } from './PageFailure';
import { PageUpdate } from './PageUpdate';
import { Shell } from './Shell';

export function App() {
  return (
    <>
      <RoleFormProvider>
        <FormDeskProvider>
          <ErrorBoundary fallback={PageFailure}>
            <Shell />
          </ErrorBoundary>
        </FormDeskProvider>
      </RoleFormProvider>
      <ToastRegion />
      <PageUpdate />
      <StatusAnnouncer />
    </>
  );
}
