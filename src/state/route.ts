import { useSyncExternalStore } from 'react';
import {
  pushFragment,
  readFragment,
  replaceFragment,
  subscribeToFragment,
} from '@/browser/urlFragment';

/** The workspaces of the page and the tabs of each, in their order. The names stand in addresses, for ever. */
export const workspaces = {
  build: [
    { id: 'policies', label: 'Policies' },
    { id: 'commands', label: 'Commands' },
    { id: 'files', label: 'Files' },
    { id: 'access', label: 'Access' },
    { id: 'change-record', label: 'Change record' },
    { id: 'applications', label: 'Many applications' },
  ],
  check: [
    { id: 'findings', label: 'Findings' },
    { id: 'who-can-assume', label: 'Who can assume' },
    { id: 'what-it-can-do', label: 'What it can do' },
    { id: 'compare', label: 'Compare with…' },
    { id: 'repair', label: 'Repair' },
  ],
  aws: [],
} as const;

export type Workspace = keyof typeof workspaces;
export type TabOf<Name extends Workspace> = (typeof workspaces)[Name][number]['id'];
export type BuildTab = TabOf<'build'>;
export type CheckTab = TabOf<'check'>;

/** A place of the page. Without a tab, Build shows the form first where only one of both has room. */
export type Route =
  | { readonly workspace: 'build'; readonly tab?: BuildTab }
  | { readonly workspace: 'check'; readonly tab?: CheckTab }
  | { readonly workspace: 'aws' };

const start: Route = { workspace: 'build' };

const isTab = <Name extends Workspace>(name: Name, tab: string): tab is TabOf<Name> =>
  workspaces[name].some(({ id }) => id === tab);

/** Reads `/build/policies`; undefined for what is no address of the page, such as a shared link. */
export function parseRoute(fragment: string): Route | undefined {
  if (fragment === '') return start;
  const [before, workspace = '', tab = '', ...more] = fragment.split('/');
  if (before !== '' || more.length > 0) return undefined;
  switch (workspace) {
    case 'build':
      return isTab('build', tab) ? { workspace, tab } : { workspace };
    case 'check':
      return isTab('check', tab) ? { workspace, tab } : { workspace };
    case 'aws':
      return { workspace };
    default:
      return undefined;
  }
}

/** The fragment of an address, without `#`. */
export const formatRoute = (route: Route): string =>
  'tab' in route && route.tab !== undefined
    ? `/${route.workspace}/${route.tab}`
    : `/${route.workspace}`;

/** For links. */
export const hrefOf = (route: Route): string => `#${formatRoute(route)}`;

const listeners = new Set<() => void>();
let current: Route | undefined;
let stopFollowing: (() => void) | undefined;

/** Where the page is now. */
export const getRoute = (): Route => (current ??= parseRoute(readFragment()) ?? start);

function become(route: Route) {
  current = route;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stopFollowing ??= subscribeToFragment((fragment) => {
    const route = parseRoute(fragment);
    // A shared link is no place: what is shown stays.
    if (route !== undefined) become(route);
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopFollowing?.();
    stopFollowing = undefined;
    current = undefined;
  };
}

/** Shows a place, as a step that Back takes back. */
export function navigate(route: Route): void {
  if (formatRoute(route) === formatRoute(getRoute())) return;
  pushFragment(formatRoute(route));
  become(route);
}

/** Puts the address of what is shown in place of a fragment that was none. */
export function restoreAddress(): void {
  replaceFragment(current === undefined || current === start ? '' : formatRoute(current));
}

/** Where the page is. The prerendered page is at its start. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, getRoute, () => start);
