import { lazy, type ComponentType } from 'react';
import { BuilderPage } from './BuilderPage';

export interface View {
  readonly id: string;
  readonly label: string;
  /** Takes nothing: what it needs of the form comes from `useRoleForm` and `useDraft`. */
  readonly component: ComponentType;
}

/** The views of the page, in the order of their tabs. The first is shown at first; the others load when opened. */
export const views = [
  { id: 'build', label: 'Build', component: BuilderPage },
  { id: 'audit', label: 'Audit', component: lazy(() => import('./AuditView')) },
  { id: 'compare', label: 'Compare', component: lazy(() => import('./CompareView')) },
  { id: 'access', label: 'Access', component: lazy(() => import('./AccessView')) },
  {
    id: 'change-record',
    label: 'Change record',
    component: lazy(() => import('./ChangeRecordPage')),
  },
  {
    id: 'guide',
    label: 'Differences from AWS’s page',
    component: lazy(() => import('@/features/guide/GuidePage')),
  },
] as const satisfies readonly View[];

export type ViewId = (typeof views)[number]['id'];
