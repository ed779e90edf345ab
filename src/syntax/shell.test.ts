import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandLine } from './commandLine';
import { printShellCommand, quoteShellWord } from './shell';

const shells = ['sh', 'dash', 'bash'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0);

/** Texts a shell could trip over more often than over evenly chosen ones. */
const texts = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'ab \'"\\$`!~=*?[]{}()<>|&;#%^\n\t\r-'.split('')) }),
    fc.constantFrom(
      '',
      "'",
      "''",
      '~',
      '~root',
      '=ls',
      '-n',
      '!!',
      '{a,b}',
      '$HOME',
      '$(id)',
      '\\',
    ),
  )
  .filter((text) => !text.includes('\0'));

const run = (shell: string, script: string): string[] => {
  const { stdout, stderr, status } = spawnSync(shell, ['-s'], {
    input: script,
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
};

describe('a quoted word', () => {
  test('sh is at hand', () => {
    expect(shells).toContain('sh');
  });

  test.each(shells)('%s reads 20,000 words as they were written', (shell) => {
    const words = fc.sample(texts, 20_000);
    const lines = Array.from(
      { length: words.length / 100 },
      (_, line) =>
        `printf '%s\\0' ${words
          .slice(line * 100, line * 100 + 100)
          .map(quoteShellWord)
          .join(' ')}\n`,
    );
    expect(run(shell, lines.join(''))).toEqual(words);
  });

  test('stays bare where no shell gives its characters a meaning', () => {
    for (const word of [
      'file://policies/permspolicyforAPIanonymous.json',
      'arn:aws:iam::111122223333:role/team/QBusiness',
      '--role-name',
      'Key=Team,Value=Support',
      'a@b.example',
    ]) {
      expect(quoteShellWord(word)).toBe(word);
    }
  });

  test.each(['', '~', '=ls', '!x', '{a,b}', 'a b', '*', '#x', 'a~b', 'é'])(
    'encloses %j',
    (word) => {
      expect(quoteShellWord(word)).toBe(`'${word}'`);
    },
  );

  test('refuses what no argument of a process can hold', () => {
    expect(() => quoteShellWord('a\0b')).toThrow(RangeError);
    expect(() => quoteShellWord('\ud800')).toThrow(RangeError);
  });
});

describe('a command', () => {
  const command: CommandLine = {
    program: 'aws',
    subcommand: ['iam', 'create-role'],
    options: [
      { flag: '--role-name', values: [{ variable: 'ROLE_NAME' }] },
      { flag: '--description', values: ["Anna's role"] },
      { flag: '--tags', values: ['Key=a,Value=b', 'Key=c,Value=d e'] },
      { flag: '--debug', values: [] },
    ],
  };

  test('has one option per line', () => {
    expect(printShellCommand(command)).toBe(
      String.raw`aws iam create-role \
  --role-name "$ROLE_NAME" \
  --description 'Anna'\''s role' \
  --tags Key=a,Value=b 'Key=c,Value=d e' \
  --debug`,
    );
  });

  test('can stand inside an indented block', () => {
    expect(printShellCommand(command, { indent: '  ' }).split('\n').slice(0, 2)).toEqual([
      '  aws iam create-role \\',
      '    --role-name "$ROLE_NAME" \\',
    ]);
  });

  test('refuses a variable that is no name', () => {
    const options = [{ flag: '--x', values: [{ variable: 'A;id' }] }];
    expect(() => printShellCommand({ ...command, options })).toThrow(RangeError);
  });

  test.each(shells)('%s passes its words on, whatever they and its variables hold', (shell) => {
    const commands = fc.sample(fc.array(fc.array(texts), { maxLength: 5 }), 300);
    const secret = `a  "b" $HOME * '`;
    const script = commands.map((options) =>
      printShellCommand({
        program: 'show',
        subcommand: ['iam'],
        options: options.map((values) => ({
          flag: '--flag',
          values: [{ variable: 'SECRET' }, ...values],
        })),
      }),
    );
    const define = `show() { printf '%s\\0' "$@"; }\nSECRET=${quoteShellWord(secret)}\n`;
    expect(run(shell, `${define}${script.join('\n')}\n`)).toEqual(
      commands.flatMap((options) => [
        'iam',
        ...options.flatMap((values) => ['--flag', secret, ...values]),
      ]),
    );
  });

  test.each(['if', 'a=b', 'time', '{', '!'])('a program named %s is no syntax', (program) => {
    expect(printShellCommand({ program, subcommand: [], options: [] })).toBe(`'${program}'`);
  });
});
