import { useSyncExternalStore } from 'react';
import {
  pushFragment,
  readFragment,
  replaceFragment,
  subscribeToFragment,
} from '@/browser/urlFragment';

/** The workspaces of the page and the tabs of each, in their order. */
export const workspaces = {
  build: ['policies', 'commands', 'files', 'access', 'change-record', 'applications'],
  check: ['findings', 'who-can-assume', 'what-it-can-do', 'compare', 'repair'],
  aws: [],
} as const;

export type Workspace = keyof typeof workspaces;
export type TabOf<Name extends Workspace> = (typeof workspaces)[Name][number];
export type BuildTab = TabOf<'build'>;
export type CheckTab = TabOf<'check'>;

/** A place of the page. Without a tab, Build shows the form first where only one of both has room. */
export type Route =
  | { readonly workspace: 'build'; readonly tab?: BuildTab }
  | { readonly workspace: 'check'; readonly tab?: CheckTab }
  | { readonly workspace: 'aws' };

const start: Route = { workspace: 'build' };

const isTab = <Name extends Workspace>(name: Name, tab: string): tab is TabOf<Name> =>
  workspaces[name].some((known) => known === tab);

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
