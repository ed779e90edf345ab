import { LinkWatch } from '@/features/share/LinkWatch';
import { StatusAnnouncer } from '@/ui/StatusAnnouncer';
import { ToastRegion } from '@/ui/ToastRegion';
import { EmptyStart } from './EmptyStart';
import { ErrorBoundary } from './ErrorBoundary';
import { FormProvider } from './FormProvider';
import { PageFailure } from './PageFailure';
import { PageUpdate } from './PageUpdate';
import { Shell } from './Shell';

export function App() {
  return (
    <>
      <FormProvider>
        <ErrorBoundary fallback={PageFailure}>
          <Shell />
        </ErrorBoundary>
        <LinkWatch />
      </FormProvider>
      <ToastRegion />
      <PageUpdate />
      <EmptyStart />
      <StatusAnnouncer />
    </>
  );
}
