import { lazy } from 'react';
import { useRoute } from '@/state/route';

const AuditView = lazy(() => import('./AuditView'));
const CompareView = lazy(() => import('./CompareView'));
const AccessView = lazy(() => import('./AccessView'));

/** The views of pasted documents, by the tab of the workspace. */
export default function OldCheck() {
  const route = useRoute();
  const tab = route.workspace === 'check' ? route.tab : undefined;
  if (tab === 'compare') return <CompareView />;
  if (tab === 'who-can-assume' || tab === 'what-it-can-do') return <AccessView />;
  return <AuditView />;
}
