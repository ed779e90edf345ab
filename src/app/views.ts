import { lazy, type ComponentType } from 'react';
import { hrefOf, type Route, type Workspace } from '@/state/route';
import { BuildWorkspace } from './BuildWorkspace';

export interface View {
  readonly id: Workspace;
  readonly label: string;
  /** Takes nothing: what it needs comes from the room `state`. */
  readonly component: ComponentType;
}

/** The workspaces in the order of the page. The first is there at once; the others load when opened. */
export const views: readonly View[] = [
  { id: 'build', label: 'Build a role', component: BuildWorkspace },
  {
    id: 'check',
    label: 'Check roles',
    component: lazy(() => import('@/features/check/CheckView')),
  },
  {
    id: 'aws',
    label: 'AWS’s page',
    component: lazy(() => import('@/features/awsPage/AwsPageView')),
  },
];

export const hrefOfView = (id: Workspace): string => hrefOf({ workspace: id } satisfies Route);
