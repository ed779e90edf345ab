import { lazy, type ComponentType } from 'react';
import { hrefOf, type Route, type Workspace } from '@/state/route';
import { BuildWorkspace } from './BuildWorkspace';

export interface View {
  readonly id: Workspace;
  readonly label: string;
  /** Without props: its data comes from the room `state`. */
  readonly component: ComponentType;
}

/** The workspaces in order. The first is part of the first load; the others load when they are opened. */
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
