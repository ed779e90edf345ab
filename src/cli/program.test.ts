import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from './commands';
import { requiredOptions, run } from './run.testing';
import { MAX_INPUT_BYTES } from './streams';

const home = mkdtempSync(join(tmpdir(), 'program-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const required = requiredOptions();
const wide = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'qbusiness:*', Resource: '*' }],
});

describe('help', () => {
  test.each(commands.map(({ name }) => name))('about %s is the same however one asks', (name) => {
    const { code, out, err } = run(['help', name]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: qbusiness-policies ${name} `, 'm'));
    expect(run([name, '--help']).out).toBe(out);
    expect(run([name, '-h']).out).toBe(out);
    expect(out.split('\n').filter((line) => line.length > 110)).toEqual([]);
  });

  test('shows the common case before the options', () => {
    const { out } = run(['help']);
    expect(out.indexOf('generate --region')).toBeLessThan(out.indexOf('Usage:'));
    expect(run(['help', 'nonsense'])).toMatchObject({ code: 2, out: '' });
  });

  test('names every option of its command', () => {
    for (const { name, options } of commands) {
      const { out } = run(['help', name]);
      for (const option of Object.keys(options)) expect(out).toContain(`--${option}`);
    }
  });

  test('versions are one', () => {
    expect(run(['-V'])).toEqual(run(['--version']));
  });
});

describe('--quiet', () => {
  test('leaves out cautions and counts, and no error', () => {
    const quiet = run(['generate', ...required, '--quiet', '--out', join(home, 'quiet')]);
    expect(quiet).toEqual({ code: 0, out: '', err: '' });
    const audited = run(['audit', '-q', '-'], wide);
    expect(audited).toMatchObject({ code: 1, err: '' });
    expect(audited.out).not.toBe('');
    expect(run(['audit', '-q']).err).not.toBe('');
  });
});

describe('colours', () => {
  const escape = '\u001B[';
  test('are on terminals only, and never in JSON', () => {
    expect(run(['audit', '-'], wide).out).not.toContain(escape);
    expect(run(['audit', '-'], wide, true).out).toContain(escape);
    expect(run(['audit', '-', '--json'], wide, true).out).not.toContain(escape);
    expect(run(['audit', '-', '--sarif'], wide, true).out).not.toContain(escape);
  });
});

describe('an input', () => {
  const file = (name: string, bytes: string | Uint8Array) => {
    const path = join(home, name);
    writeFileSync(path, bytes);
    return path;
  };
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

  test.each([
    ['a byte order mark', Buffer.from(`\uFEFF${wide}`)],
    ['UTF-16, as Windows PowerShell writes it', utf16(wide)],
    ['UTF-16 with the other order', utf16(wide).swap16()],
  ])('may have %s', (_, bytes) => {
    const path = file('encoded.json', bytes);
    expect(run(['audit', path, '--json']).out).toBe(
      run(['audit', file('encoded.json', wide), '--json']).out,
    );
  });

  const wrong: readonly (readonly [string, () => readonly string[], string])[] = [
    ['a folder', () => ['audit', home], `${home} cannot be read: it is a folder`],
    ['nothing', () => ['audit', join(home, 'none')], 'cannot be read: there is no such file'],
    ['no text', () => ['audit', file('x', Buffer.from([0x80]))], 'is no text in UTF-8 or UTF-16'],
    [
      'a NUL in its name',
      () => ['audit', 'a\0b'],
      'cannot be read: the name holds a NUL character',
    ],
    [
      'a part of a path that is no folder',
      () => ['compare', join(file('x', ''), 'y'), '-'],
      'cannot be read: a part of the path is no folder',
    ],
    [
      'too much',
      () => ['access', file('large', new Uint8Array(MAX_INPUT_BYTES + 1))],
      'is too large: more than 128 MiB',
    ],
    ['no JSON', () => ['generate', '--request', file('x', '{')], 'is not JSON'],
    ['a list', () => ['generate', '--request', file('x', '[]')], 'no JSON object'],
    ['standard input twice', () => ['audit', '-', '-'], 'Standard input can be read only once'],
    ['standard input on both sides', () => ['compare', '-', '-'], 'can be read only once'],
  ];

  test.each(wrong)('that is %s is refused in one sentence, and in JSON', (_, args, message) => {
    const { code, out, err } = run(args(), wide);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    const json = run([...args(), '--json'], wide);
    expect(json).toMatchObject({ code: 2, err: '' });
    const report = JSON.parse(json.out) as { status: string; issues: { message: string }[] };
    expect(report.status).toBe('refused');
    expect(report.issues[0]?.message).toContain(message);
  });
});

describe('completion', () => {
  const complete = (line: string): readonly string[] => {
    const words = line.split(' ');
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `${run(['completion', 'bash']).out}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length - 1}
_qbusiness_policies; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    return stdout.split('\n').filter((word) => word !== '');
  };

  test('in bash knows commands, options and values', () => {
    expect(complete('qbusiness-policies a')).toEqual(['audit', 'access']);
    expect(complete('qbusiness-policies generate --acc')).toEqual([
      '--account-id',
      '--access-mode',
    ]);
    expect(complete('qbusiness-policies generate --access-mode ')).toEqual([
      'web-experience',
      'api-only',
    ]);
    expect(complete('qbusiness-policies generate --caller github')).toEqual(['github-actions']);
    expect(complete('qbusiness-policies help comp')).toEqual(['compare', 'completion']);
    expect(complete('qbusiness-policies completion f')).toEqual(['fish']);
  });

  test.each(['bash', 'fish', 'powershell', 'zsh'])(
    'for %s knows every command and option',
    (shell) => {
      const { code, out } = run(['completion', shell]);
      expect(code).toBe(0);
      for (const { name, options } of commands) {
        expect(out).toContain(name);
        for (const option of Object.keys(options)) expect(out).toContain(option);
      }
    },
  );

  test('refuses other shells', () => {
    for (const args of [[], ['tcsh'], ['bash', 'zsh'], ['__proto__']]) {
      expect(run(['completion', ...args])).toMatchObject({ code: 2, out: '' });
    }
  });
});
