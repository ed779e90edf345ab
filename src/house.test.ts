import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';

/** Every source file that is built, by its path below src; tests and what only they import are not. */
const sources = new Map(
  Object.entries(
    import.meta.glob<string>(
      ['./**/*.{ts,tsx}', '!./**/*.{test,arbitrary,testing}.{ts,tsx}', '!./**/*.d.ts'],
      { query: '?raw', import: 'default', eager: true },
    ),
  ).map(([path, source]) => [path.slice('./'.length), source]),
);

/** Tests, and what only tests import; lists of data may be as long as they like. */
const tests = new Map(
  Object.entries(
    import.meta.glob<string>(
      [
        './**/*.{test,arbitrary}.{ts,tsx}',
        '../e2e/**/*.ts',
        '../scripts/**/*.{ts,mjs}',
        '!**/node_modules/**',
      ],
      { query: '?raw', import: 'default', eager: true },
    ),
  ),
);

interface Module {
  /** Files of src that it names at its start, for values or types. */
  readonly imports: readonly string[];
  readonly types: readonly string[];
}

const fileOf = (path: string, all: ReadonlyMap<string, string>): readonly string[] =>
  [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].filter((file) => all.has(file));

function moduleOf(path: string, all: ReadonlyMap<string, string>): Module {
  const imports: string[] = [];
  const types: string[] = [];
  const note = (from: { readonly value?: unknown } | null): void => {
    const specifier = typeof from?.value === 'string' ? from.value : '';
    if (specifier.startsWith('@/')) imports.push(...fileOf(specifier.slice(2), all));
    if (specifier.startsWith('.')) {
      imports.push(...fileOf(posix.join(posix.dirname(path), specifier), all));
    }
  };
  new Visitor({
    ImportDeclaration: ({ source }) => note(source),
    ExportAllDeclaration: ({ source }) => note(source),
    ExportNamedDeclaration: ({ source, declaration }) => {
      note(source);
      if (
        declaration?.type === 'TSInterfaceDeclaration' ||
        declaration?.type === 'TSTypeAliasDeclaration'
      ) {
        types.push(declaration.id.name);
      }
    },
  }).visit(parseSync(path, all.get(path) ?? '').program);
  return { imports, types };
}

const modulesOf = (all: ReadonlyMap<string, string>): ReadonlyMap<string, Module> =>
  new Map(Array.from(all.keys(), (path) => [path, moduleOf(path, all)]));

/** The first way found from a file back to itself, for each file that closes one. */
function cycles(modules: ReadonlyMap<string, Module>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) found.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of modules.get(path)?.imports ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of modules.keys()) visit(path, []);
  return found;
}

function sharedTypeNames(modules: ReadonlyMap<string, Module>): readonly string[] {
  const places = new Map<string, string[]>();
  for (const [path, { types }] of modules) {
    for (const name of types) places.set(name, [...(places.get(name) ?? []), path]);
  }
  return [...places].flatMap(([name, paths]) =>
    paths.length > 1 ? [`${name}: ${paths.join(', ')}`] : [],
  );
}

const MAX_LINES = 350;
const longFiles = (all: ReadonlyMap<string, string>): readonly string[] =>
  Array.from(all, ([path, source]) => ({ path, lines: source.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines`);

const modules = modulesOf(sources);

test('no file imports itself by a detour, not even for a type', () => {
  expect(cycles(modules)).toEqual([]);
});

test('no two exported types have one name', () => {
  expect(sharedTypeNames(modules)).toEqual([]);
});

test(`no file is longer than ${MAX_LINES} lines`, () => {
  expect(longFiles(sources)).toEqual([]);
  expect(tests.size).toBeGreaterThan(200);
  expect(longFiles(tests)).toEqual([]);
});

test('each of these is noticed', () => {
  const bad = new Map([
    ['iam/a.ts', "import type { B } from './b';\nexport interface A { readonly b: B }"],
    ['iam/b.ts', "import { c } from '../syntax/c';\nexport type B = typeof c;"],
    ['syntax/c.ts', "export type { A } from '@/iam/a';\nexport const c = 1;\nexport type B = 1;"],
    ['ui/long.ts', '\n'.repeat(MAX_LINES + 1)],
  ]);
  const all = modulesOf(bad);
  expect(cycles(all)).toEqual(['iam/a.ts → iam/b.ts → syntax/c.ts → iam/a.ts']);
  expect(sharedTypeNames(all)).toEqual(['B: iam/b.ts, syntax/c.ts']);
  expect(longFiles(bad)).toEqual([`ui/long.ts: ${MAX_LINES + 1} lines`]);
});
