import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { RoleFormProvider } from '@/features/builder/RoleFormProvider';
import { StatusAnnouncer } from '@/ui/StatusAnnouncer';
import { ToastRegion } from '@/ui/ToastRegion';
import { ErrorBoundary } from './ErrorBoundary';
import { FormDeskProvider } from './FormDeskProvider';
import { PageFailure } from './PageFailure';
import { PageUpdate } from './PageUpdate';
import { Shell } from './Shell';
import { colorModeStorageKey, colorSchemeStorageKey, theme } from './theme';

export function App() {
  return (
    <ThemeProvider
      theme={theme}
      defaultMode="system"
      modeStorageKey={colorModeStorageKey}
      colorSchemeStorageKey={colorSchemeStorageKey}
    >
      <CssBaseline />
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
    </ThemeProvider>
  );
}
