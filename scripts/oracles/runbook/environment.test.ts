import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { policiesFolder } from '../../../src/exporters/folder';
import { draftRole } from '../../../src/qbusiness/draft';
import { exampleFormValues } from '../../../src/qbusiness/examples';
import type { RoleFormValues } from '../../../src/qbusiness/form/formValues';
import { isDeep } from '../../deep.mjs';
import { root } from '../../run.mjs';
import { hostileEnvironment } from './environment.mjs';

const home = mkdtempSync(join(tmpdir(), 'environment-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const filesOf = (values: RoleFormValues): ReadonlyMap<string, string> => {
  const draft = draftRole(values);
  if (draft.status !== 'ready') throw new Error(JSON.stringify(draft.issues));
  return new Map(policiesFolder(draft.template).map(({ path, contents }) => [path, contents]));
};
const files = filesOf({ ...exampleFormValues, description: "it's a caf\u00E9" });
const decoy = filesOf({
  ...exampleFormValues,
  applicationId: 'ffffffff-5678-90ab-cdef-example11111',
});

const shells = [
  'dash',
  'bash',
  'busybox sh',
  ...(isDeep ? ['bash --posix', 'mksh', 'zsh --emulate sh'] : []),
].filter((shell) => {
  const [program = '', ...words] = shell.split(' ');
  return spawnSync(program, [...words, '-c', 'exit 0']).status === 0;
});

/** What the scripts print and call in a folder of its own. */
function life(shell: string, kind: 'plain' | 'hostile' | 'hostile, POSIX') {
  const folder = mkdtempSync(join(home, 'a b-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  copyFileSync(new URL('fakeAws.mjs', import.meta.url), join(bin, 'aws'));
  chmodSync(join(bin, 'aws'), 0o755);
  writeFileSync(join(bin, 'package.json'), '{ "type": "module" }');
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  const plain = {
    PATH: `${bin}${delimiter}${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    LANG: 'C.UTF-8',
  };
  const scripts = [...files].flatMap(([path, text]) => (path.endsWith('.sh') ? [text] : []));
  const env =
    kind === 'plain'
      ? plain
      : hostileEnvironment({
          home: folder,
          scripts,
          isPosix: kind === 'hostile, POSIX',
          decoy,
          base: plain,
        });
  const [program = '', ...words] = shell.split(' ');
  const run = (script: string, ...args: string[]) => {
    const start = [...words, `policies/${script}.sh`, ...args];
    return spawnSync(program, start, { cwd: folder, env, encoding: 'utf8' });
  };
  const outcomes = [
    run('apply'),
    run('verify'),
    run('rollback', '--delete', '--yes'),
    run('commands'),
  ].map(({ status, stdout, stderr }) => ({
    status,
    stdout,
    // Bash says when it does not know a locale.
    stderr: stderr.replaceAll(/^.*setlocale: .*\n/gm, ''),
  }));
  const calls = readFileSync(join(bin, 'calls'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line.replaceAll(folder, 'HOME')) as unknown);
  return { outcomes, calls };
}

describe.each(shells)('in %s', (shell) => {
  test('the scripts do in a hostile environment what they do in a plain one', () => {
    const plain = life(shell, 'plain');
    expect(plain.outcomes.map(({ status, stderr }) => [status, stderr])).toEqual(
      plain.outcomes.map(() => [0, '']),
    );
    expect(plain.outcomes[0]?.stdout).toContain('Done: ');
    expect(plain.outcomes[1]?.stdout).toContain('0 different, 0 skipped.');
    expect(plain.outcomes[2]?.stdout).toContain('role and policy are gone');
    // Bash does not start in POSIX mode with a function that has the name of a special command.
    const last = shell === 'bash --posix' ? 'hostile, POSIX' : 'hostile';
    expect(life(shell, last)).toEqual(plain);
  });
});

test('there is a shell to try', () => {
  expect(shells.length).toBeGreaterThan(0);
});

describe('in PowerShell', async () => {
  await Parser.init();
  const parser = new Parser();
  const wasm = 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm';
  parser.setLanguage(await Language.load(join(root, wasm)));
  const scripts = [...files].filter(([path]) => path.endsWith('.ps1'));

  test.each(scripts)('%s sets the session up before its first call, and leaves it', (_, text) => {
    const tree = parser.parse(text);
    if (!tree) throw new Error('The parser gave up');
    expect(tree.rootNode.hasError).toBe(false);
    const before = text.slice(0, text.indexOf('\ntry {'));
    for (const line of [
      '$PSDefaultParameterValues = @{}',
      'Set-StrictMode -Off',
      "$ErrorActionPreference = 'Stop'",
      '$WhatIfPreference = $false',
      "$PSNativeCommandArgumentPassing = 'Legacy'",
      '$PSNativeCommandUseErrorActionPreference = $false',
      "AWS_CLI_AUTO_PROMPT = 'off'",
      "AWS_PAGER = ''",
      'AWS_REGION = $Region',
      'Push-Location -LiteralPath "$PSScriptRoot/.."',
    ]) {
      expect(before).toContain(line);
    }
    const [attempt, ...others] = tree.rootNode
      .descendantsOfType('try_statement')
      .flatMap((node) => node ?? []);
    expect(others).toEqual([]);
    expect(attempt?.text).toMatch(/\n\} finally \{\n {4}Pop-Location\n/);
    const calls = tree.rootNode
      .descendantsOfType('command')
      .flatMap((node) => (node?.text.startsWith('aws ') ? [node.startIndex] : []));
    expect(calls.length).toBeGreaterThan(0);
    const alias = text.indexOf('Set-Alias -Name aws ');
    expect(alias).toBeGreaterThan(attempt?.startIndex ?? Infinity);
    for (const call of calls) {
      expect(call).toBeGreaterThan(alias);
      expect(call).toBeLessThan(attempt?.endIndex ?? 0);
    }
  });
});
