import { expect, test } from 'vitest';
import { formatRoute, parseRoute, workspaces, type Route } from './route';

const places: readonly Route[] = [
  ...workspaces.build.map(({ id }): Route => ({ workspace: 'build', tab: id })),
  ...workspaces.check.map(({ id }): Route => ({ workspace: 'check', tab: id })),
  { workspace: 'build' },
  { workspace: 'check' },
  { workspace: 'aws' },
];

test.each(places)('every place has an address of its own: $workspace $tab', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

test('an unknown tab leads to its workspace, and no address to the start', () => {
  expect(parseRoute('/check/nonsense')).toEqual({ workspace: 'check' });
  expect(parseRoute('')).toEqual({ workspace: 'build' });
});

test.each(['v1&region=us-east-1', 'v99', '/nowhere', 'build', '/build/policies/more'])(
  'what is no address is left alone: %s',
  (fragment) => {
    expect(parseRoute(fragment)).toBeUndefined();
  },
);
