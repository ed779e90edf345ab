import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Runs the compiler and the linter with the project's settings on files that break its rules.

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = [
  'package.json',
  'tsconfig.json',
  'src/tsconfig.core.json',
  'src/tsconfig.json',
  'src/cli/tsconfig.json',
  'src/serviceWorker/tsconfig.json',
  'e2e/tsconfig.json',
  '.oxlintrc.json',
];

let house = '';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  for (const file of settings) cpSync(join(root, file), join(house, file));
  // With a separate node_modules/.cache, so that the build state of the project is not changed.
  mkdirSync(join(house, 'node_modules'));
  for (const name of ['@types', 'typescript', 'react', 'vite', 'vitest', 'csstype', 'zod']) {
    symlinkSync(join(root, 'node_modules', name), join(house, 'node_modules', name), 'junction');
  }
});

afterAll(() => rmSync(house, { recursive: true }));

/** The linter looks there for the program that knows the types. */
const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);

function run(script: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', script), ...args],
    { cwd: house, encoding: 'utf8', env: { ...process.env, PATH: path } },
  );
  if (error !== undefined) throw error;
  return stdout + stderr;
}

/** Writes the files of one case, runs the tool and removes the files. */
function judge(files: Readonly<Record<string, string>>, tool: () => string): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  try {
    return tool();
  } finally {
    for (const path of Object.keys(files)) rmSync(join(house, path));
  }
}

const compile = () => run('typescript/bin/tsc', ['-b', '--force']);

describe('the compiler keeps the core away from the browser', () => {
  test('a core that minds its own business compiles', () => {
    const files = {
      'src/iam/arn.ts': "import * as z from 'zod/mini';\nexport const arn = z.string();\n",
      'src/app/theme.ts':
        "import { arn } from '@/iam/arn';\nexport const theme = [arn, document];\n",
      'src/serviceWorker/serviceWorker.ts': 'export const scope = self;\n',
      'src/cli/main.ts':
        "import { argv } from 'node:process';\nimport { arn } from '../iam/arn';\nexport const all = [argv, arn];\n",
    };
    expect(judge(files, compile)).toBe('');
  });

  test.each(['words', 'iam', 'syntax', 'qbusiness', 'documents', 'exporters', 'batch'])(
    '%s knows neither document nor process nor timers',
    (room) => {
      const output = judge(
        { [`src/${room}/bad.ts`]: 'export const bad = [document, process, setTimeout];\n' },
        compile,
      );
      expect(output).toMatch(/bad\.ts\(1,\d+\): error TS2584: Cannot find name 'document'/);
      expect(output).toMatch(/error TS\d+: Cannot find name 'process'/);
      expect(output).toMatch(/error TS\d+: Cannot find name 'setTimeout'/);
    },
  );

  test.each(['iam', 'syntax', 'qbusiness', 'exporters'])('%s cannot import the app', (room) => {
    const files = {
      'src/app/messages.ts': "export const ready = 'Ready';\n",
      [`src/${room}/bad.ts`]: "export { ready } from '../app/messages';\n",
    };
    expect(judge(files, compile)).toMatch(/bad\.ts\(1,\d+\): error TS6307/);
  });

  test('the command line knows no document and cannot import the app', () => {
    const files = {
      'src/app/messages.ts': "export const ready = 'Ready';\n",
      'src/cli/bad.ts': "export { ready } from '../app/messages';\nexport const bad = document;\n",
    };
    const output = judge(files, compile);
    expect(output).toMatch(/bad\.ts\(1,\d+\): error TS6307/);
    expect(output).toMatch(/bad\.ts\(2,\d+\): error TS2584/);
  });
});

describe('the linter', () => {
  const bites: Readonly<Record<string, readonly [path: string, text: string, rule: string]>> = {
    'a promise that nobody awaits': [
      'src/app/promise.ts',
      'export async function work(): Promise<number> {\n  return 1;\n}\nwork();\n',
      'no-floating-promises',
    ],
    'a switch that forgets a case': [
      'src/iam/switch.ts',
      "export function f(mode: 'a' | 'b'): void {\n  switch (mode) {\n    case 'a':\n      throw new Error(mode);\n  }\n}\n",
      'switch-exhaustiveness-check',
    ],
    'a conditional hook': [
      'src/ui/Hook.tsx',
      "import { useState } from 'react';\nexport function Hook({ on }: { readonly on: boolean }) {\n  if (on) {\n    const [x] = useState(1);\n    return <p>{x}</p>;\n  }\n  return null;\n}\n",
      'rules-of-hooks',
    ],
    'an any that flows on': [
      'src/iam/any.ts',
      "export const size: number = JSON.parse('1').size;\n",
      'no-unsafe-member-access',
    ],
    'an explicit any': [
      'src/iam/explicit.ts',
      'export const id = (x: any): unknown => x;\n',
      'no-explicit-any',
    ],
    'the clock in the core': ['src/iam/clock.ts', 'export const a = Date.now();\n', "'Date'"],
    'the clock in an exporter': [
      'src/exporters/clock.ts',
      'export const a = new Date();\n',
      "'Date'",
    ],
    'document in the app': ['src/app/title.ts', 'export const a = document.title;\n', "'document'"],
    'storage in a feature': [
      'src/features/audit/storage.ts',
      'export const a = localStorage;\n',
      "'localStorage'",
    ],
    'navigator in ui': [
      'src/ui/navigator.ts',
      'export const a = navigator.onLine;\n',
      "'navigator'",
    ],
    'a type imported as a value': [
      'src/app/type.ts',
      "import { useState } from 'react';\nexport let a: typeof useState;\n",
      'consistent-type-imports',
    ],
    'an import cycle': [
      'src/iam/cycle.ts',
      "import { b } from './cycleBack';\nexport const a = (): unknown => b;\n",
      'no-cycle',
    ],
  };
  const spares: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'the browser in the browser room': ['src/browser/a.ts', 'export const a = localStorage;\n'],
    'the document in the code view': ['src/ui/code/a.ts', 'export const a = document.title;\n'],
    'the clock in the command line': ['src/cli/a.ts', 'export const a = Date.now();\n'],
  };

  let complaints: readonly string[] = [];
  beforeAll(() => {
    const files = Object.fromEntries(
      [...Object.values(bites), ...Object.values(spares)].map(([path, text]) => [path, text]),
    );
    files['src/iam/cycleBack.ts'] =
      "import { a } from './cycle';\nexport const b = (): unknown => a;\n";
    const output = judge(files, () => run('oxlint/bin/oxlint', ['--format', 'unix']));
    if (!/^\d+ problems/m.test(output))
      throw new Error(`The linter did not end its work: ${output}`);
    complaints = output.split('\n');
  });

  test.each(Object.entries(bites))('bites on %s', (_, [path, , rule]) => {
    const about = complaints.filter((line) => line.includes(`${path}:`));
    expect(about).toContainEqual(expect.stringContaining(rule));
  });

  test.each(Object.entries(spares))('leaves %s alone', (_, [path]) => {
    expect(complaints.filter((line) => line.includes(`${path}:`))).toEqual([]);
  });
});
