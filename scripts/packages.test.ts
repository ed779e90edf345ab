import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly integrity?: string;
        readonly hasInstallScript?: boolean;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const lock = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
) as Lock;
const packages = Object.entries(lock.packages);

const manifest = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as Readonly<{ devDependencies: Readonly<Record<string, string>>; dependencies?: unknown }>;

test('who installs the program installs nothing else: the build holds what it needs', () => {
  expect(manifest.dependencies).toBeUndefined();
});

// npm silently leaves out packages that its registry does not have; then `npm ci` fails everywhere.
test('the lockfile names the packages of every platform', () => {
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`node_modules/${name}` in lock.packages) &&
        !(`${path}/node_modules/${name}` in lock.packages),
    ),
  );
  expect(packages.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

test('the lockfile names no registry and holds a hash of every package', () => {
  const dependencies = packages.filter(([path]) => path !== '');
  expect(dependencies.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(dependencies.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});

test('no other package wants to run a script when it is installed', () => {
  const wanting = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(wanting.map(([path]) => path)).toEqual(['node_modules/tree-sitter-powershell']);
});

test('every dependency is pinned to one version', () => {
  const { devDependencies } = manifest;
  const versions = Object.entries(devDependencies);
  expect(versions.length).toBeGreaterThan(20);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
    [],
  );
});
