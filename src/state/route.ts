import { useSyncExternalStore } from 'react';
import {
  pushFragment,
  readFragment,
  replaceFragment,
  subscribeToFragment,
} from '@/browser/urlFragment';

/** The workspaces of the page and their tabs, in order. The ids are part of addresses and never change. */
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

/** A place of the page. Without a tab, Build shows the form on screens without room for form and results. */
export type Route =
  | { readonly workspace: 'build'; readonly tab?: BuildTab }
  | { readonly workspace: 'check'; readonly tab?: CheckTab }
  | { readonly workspace: 'aws' };

const start: Route = { workspace: 'build' };

const isTab = <Name extends Workspace>(name: Name, tab: string): tab is TabOf<Name> =>
  workspaces[name].some(({ id }) => id === tab);

/** Parses a fragment such as `/build/policies`; undefined for other fragments, such as a shared link. */
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

/** The value of `href` for a link to the place. */
export const hrefOf = (route: Route): string => `#${formatRoute(route)}`;

const listeners = new Set<() => void>();
let current: Route | undefined;
let stopFollowing: (() => void) | undefined;

/** The present place. */
export const getRoute = (): Route => (current ??= parseRoute(readFragment()) ?? start);

function become(route: Route) {
  current = route;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stopFollowing ??= subscribeToFragment((fragment) => {
    const route = parseRoute(fragment);
    // A shared link is no place: the present view stays.
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

/** Shows a place, with an entry in the history for Back. */
export function navigate(route: Route): void {
  if (formatRoute(route) === formatRoute(getRoute())) return;
  pushFragment(formatRoute(route));
  become(route);
}

/** Replaces a fragment that is no place, such as a shared link, by that of the present place. */
export function restoreAddress(): void {
  replaceFragment(current === undefined || current === start ? '' : formatRoute(current));
}

/** The present place; the start place during prerendering. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, getRoute, () => start);
