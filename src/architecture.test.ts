import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';

/** Rooms without a browser. */
const core = ['words', 'iam', 'syntax', 'qbusiness', 'documents', 'exporters', 'batch'] as const;

/**
 * The law of the house: what each room may import besides itself.
 * `packages` are npm packages by name; `*` is any.
 */
const rooms = {
  words: { rooms: [], packages: [] },
  iam: { rooms: ['words'], packages: ['zod'] },
  syntax: { rooms: [], packages: ['yaml', 'mdast', 'mdast-util-gfm', 'mdast-util-to-markdown'] },
  browser: { rooms: [], packages: [] },
  serviceWorker: { rooms: [], packages: [] },
  qbusiness: { rooms: ['words', 'iam'], packages: ['zod', 'fflate'] },
  documents: { rooms: ['words', 'iam', 'qbusiness', 'syntax'], packages: ['yaml'] },
  exporters: {
    rooms: ['words', 'iam', 'qbusiness', 'syntax'],
    packages: ['@noble/hashes', 'fflate', 'yaml'],
  },
  batch: {
    rooms: ['words', 'iam', 'qbusiness', 'syntax', 'exporters'],
    packages: ['d3-dsv', 'fflate', 'yaml'],
  },
  cli: { rooms: core, packages: ['node', 'fflate'] },
  theme: { rooms: [], packages: '*' },
  ui: { rooms: ['words', 'browser', 'theme'], packages: '*' },
  state: { rooms: [...core, 'browser'], packages: '*' },
  panels: { rooms: [...core, 'browser', 'theme', 'ui', 'state'], packages: '*' },
  features: { rooms: [...core, 'browser', 'theme', 'ui', 'state', 'panels'], packages: '*' },
  app: {
    rooms: [...core, 'browser', 'theme', 'ui', 'state', 'panels', 'features'],
    packages: '*',
  },
} as const satisfies Record<string, Room>;

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[] | '*';
}

/** Without an alias, so that Node and every bundler can read them as they are. */
const roomsWithRelativeImportsOnly: readonly string[] = [
  'words',
  'iam',
  'syntax',
  'qbusiness',
  'documents',
  'exporters',
  'batch',
  'cli',
];

const isRoom = (name: string): name is keyof typeof rooms => Object.hasOwn(rooms, name);

/** Every module that a source text names, for values or types, at start or on demand. */
function importsOf(path: string, source: string): readonly string[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  const specifiers: string[] = [];
  const note = (from: { readonly value?: unknown } | null): void => {
    specifiers.push(typeof from?.value === 'string' ? from.value : '(computed)');
  };
  new Visitor({
    ImportDeclaration: ({ source: from }) => note(from),
    ExportAllDeclaration: ({ source: from }) => note(from),
    ExportNamedDeclaration: ({ source: from }) => {
      if (from !== null) note(from);
    },
    ImportExpression: ({ source: from }) => note(from.type === 'Literal' ? from : null),
    TSImportType: ({ source: from }) => note(from),
    TSExternalModuleReference: ({ expression: from }) => note(from),
  }).visit(program);
  return specifiers;
}

/** The room of a path below src, or the feature within `features`; entry files at the top have none. */
function placeOf(path: string): { readonly room: string; readonly feature?: string } | undefined {
  const [room = '', second, third] = path.split('/');
  if (second === undefined) return undefined;
  return room === 'features' && third !== undefined ? { room, feature: second } : { room };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** Why a file of src, given relative to src, may not import this; undefined when it may. */
function objection(path: string, specifier: string): string | undefined {
  const from = placeOf(path);
  if (from === undefined) return undefined;
  if (!isRoom(from.room)) return `src/${from.room} is no room of the house`;
  const law: Room = rooms[from.room];

  const isAlias = specifier.startsWith('@/');
  if (!isAlias && !specifier.startsWith('.')) {
    const name = packageOf(specifier);
    const isAllowed = law.packages === '*' ? name !== 'node' : law.packages.includes(name);
    return isAllowed ? undefined : `${from.room} may not use ${name}`;
  }
  if (isAlias && roomsWithRelativeImportsOnly.includes(from.room)) {
    return `${from.room} imports by relative path`;
  }
  const target = isAlias
    ? specifier.slice('@/'.length)
    : posix.join(posix.dirname(path), specifier);
  const to = placeOf(target);
  if (to === undefined) return `${from.room} may not import an entry file`;
  if (to.room !== from.room) {
    return law.rooms.includes(to.room) ? undefined : `${from.room} may not import ${to.room}`;
  }
  return to.feature === from.feature ? undefined : 'features never import each other';
}

interface Violation {
  readonly file: string;
  readonly specifier: string;
  readonly because: string;
}

function violationsIn(path: string, source: string): readonly Violation[] {
  return importsOf(path, source).flatMap((specifier) => {
    const because = objection(path, specifier);
    return because === undefined ? [] : [{ file: path, specifier, because }];
  });
}

const sources = Object.entries(
  import.meta.glob<string>(
    ['./**/*.{ts,tsx}', '!./**/*.{test,arbitrary,testing}.{ts,tsx}', '!./**/*.d.ts'],
    {
      query: '?raw',
      import: 'default',
      eager: true,
    },
  ),
).map(([path, source]) => [path.slice('./'.length), source] as const);

describe('who may import whom', () => {
  test.each(Object.keys(rooms))('%s imports only what it may', (room) => {
    const files = sources.filter(([path]) => placeOf(path)?.room === room);
    expect(files.flatMap(([path, source]) => violationsIn(path, source))).toEqual([]);
  });

  test('every file lives in a room or is an entry file', () => {
    const strays = sources.map(([path]) => placeOf(path)?.room ?? 'app').filter((r) => !isRoom(r));
    expect(strays).toEqual([]);
  });

  test('the imports of the house are seen', () => {
    const imports = sources.flatMap(([path, source]) => importsOf(path, source));
    // Many files in which nothing is imported would mean that the reader is blind.
    expect(imports.length > 0 || sources.length <= 10).toBe(true);
  });
});

describe('the checker bites', () => {
  test.each([
    ['iam/arn.ts', "import { planRole } from '../qbusiness/plan';"],
    ['iam/arn.ts', "import type { RolePlan } from '../qbusiness/plan';"],
    ['iam/arn.ts', "export { planRole } from '../qbusiness/plan';"],
    ['iam/arn.ts', "export * from '../qbusiness/plan';"],
    ['iam/arn.ts', "export const plan = () => import('../qbusiness/plan');"],
    ['iam/arn.ts', "export type Plan = import('../qbusiness/plan').RolePlan;"],
    ['iam/arn.ts', "import '../qbusiness/plan';"],
    ['iam/arn.ts', 'export const any = (path: string) => import(path);'],
    ['iam/arn.ts', "import react from 'react';"],
    ['iam/arn.ts', "import { readFileSync } from 'node:fs';"],
    ['iam/arn.ts', "import { readFileSync } from 'fs';"],
    ['iam/lint/sid.ts', "import { printHcl } from '../../syntax/hcl';"],
    ['syntax/hcl.ts', "import type { Statement } from '../iam/document';"],
    ['qbusiness/plan.ts', "import { auditTexts } from '../documents/auditTexts';"],
    ['documents/auditTexts.ts', "import type { Artifact } from '../exporters/artifact';"],
    ['qbusiness/plan.ts', "import type { Artifact } from '../exporters/artifact';"],
    ['qbusiness/plan.ts', "import type { Statement } from '@/iam/document';"],
    ['exporters/cdk.ts', "import { App } from '../app/App';"],
    ['exporters/cdk.ts', "import { saveFile } from '../browser/download';"],
    ['exporters/cdk.ts', "import { main } from '../main';"],
    ['browser/clipboard.ts', "import { planRole } from '@/qbusiness/plan';"],
    ['browser/clipboard.ts', "import { useState } from 'react';"],
    ['ui/CopyButton.tsx', "import { planRole } from '@/qbusiness/plan';"],
    ['ui/CopyButton.tsx', "import type { RolePlan } from '@/qbusiness/plan';"],
    ['cli/main.ts', "import { copyText } from '../browser/clipboard';"],
    ['cli/main.ts', "import { useState } from 'react';"],
    ['features/audit/AuditPage.tsx', "import { BuilderForm } from '../builder/BuilderForm';"],
    [
      'features/audit/AuditPage.tsx',
      "import { BuilderForm } from '@/features/builder/BuilderForm';",
    ],
    ['features/audit/AuditPage.tsx', "import { App } from '@/app/App';"],
    ['features/audit/AuditPage.tsx', "import { readFileSync } from 'node:fs';"],
    ['app/App.tsx', "import { main } from '@/cli/main';"],
    ['utils/strings.ts', "import { parseArn } from '../iam/arn';"],
  ])('%s: %s', (path, source) => {
    expect(violationsIn(path, source)).toHaveLength(1);
  });

  test.each([
    ['iam/arn.ts', "import * as z from 'zod/mini'; import type { Role } from './role';"],
    ['iam/lint/sid.ts', "import type { Statement } from '../document';"],
    ['exporters/cdk.ts', "import { print } from '../syntax/yaml';"],
    ['exporters/cdk.ts', "export const head = `import { Stack } from 'aws-cdk-lib';`;"],
    ['exporters/cdk.ts', "// import { App } from '../app/App';"],
    [
      'cli/main.ts',
      "import { readFileSync } from 'node:fs'; import { a } from '../exporters/index';",
    ],
    ['ui/CopyButton.tsx', "import { copyText } from '@/browser/clipboard';"],
    ['features/audit/AuditPage.tsx', "import { rows } from './rows'; import '@/iam/lint/index';"],
    ['app/App.tsx', "import { AuditPage } from '@/features/audit/AuditPage';"],
    ['main.tsx', "import { App } from '@/app/App'; import { createRoot } from 'react-dom/client';"],
  ])('but not here, %s: %s', (path, source) => {
    expect(violationsIn(path, source)).toEqual([]);
  });
});
