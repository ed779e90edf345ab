import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Node, Parser } from 'web-tree-sitter';
import { runs } from '../../scripts/deep.mjs';
import type { CommandLine } from './commandLine';
import {
  powerShellPreamble,
  printPowerShellCommand,
  quotePowerShellString,
  quotePowerShellWord,
} from './powershell';
import { powerShellParser } from './powershellParser.testing';

const texts = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
    fc.string({ unit: fc.constantFrom(...'ab "\\\'`$'.split('')) }),
    fc.string({ unit: fc.constantFrom(...'a "\\\n\t\u00a0\u200b\ufeff'.split('')) }),
    fc.string({ unit: fc.constantFrom(...'a-%:.,@(){};&|<>#=*~[?0\u201c\u2019é'.split('')) }),
    fc.constantFrom('', '--%', '-a:b', '-a.b', '0123', '--', '@x', '$x', '{"a b": "c d"}', 'a b\\'),
  )
  .filter((text) => !text.includes('\0'));

/** The value of a literal by about_Quoting_Rules, for the escapes that the printer uses. */
function evaluate(source: string): string {
  if (/^[A-Za-z-]/.test(source)) return source;
  const inner = source.slice(1, -1);
  if (source.startsWith("'")) return inner.replaceAll("''", "'");
  return inner.replaceAll(
    /\$\(\[char\]0x([0-9A-F]+)\)|`([`"$#])/g,
    (_, code: string | undefined, escaped: string | undefined) =>
      code === undefined ? (escaped ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

interface ArgumentBuilder {
  readonly name: string;
  readonly isWhiteSpace: RegExp;
  readonly skipsEscapedQuotes: boolean;
  readonly doublesLastBackslashes: boolean;
}

const dotNet = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const oldDotNet =
  /[\t-\r \u0085\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;

const builders: readonly ArgumentBuilder[] = [
  {
    name: 'Windows PowerShell 5.1',
    isWhiteSpace: dotNet,
    skipsEscapedQuotes: false,
    doublesLastBackslashes: false,
  },
  {
    name: 'Windows PowerShell 5.1 that skips escaped quotes',
    isWhiteSpace: dotNet,
    skipsEscapedQuotes: true,
    doublesLastBackslashes: false,
  },
  {
    name: 'Windows PowerShell 5.1 on an old .NET Framework',
    isWhiteSpace: oldDotNet,
    skipsEscapedQuotes: false,
    doublesLastBackslashes: false,
  },
  {
    name: 'PowerShell 7 with Legacy argument passing',
    isWhiteSpace: dotNet,
    skipsEscapedQuotes: true,
    doublesLastBackslashes: true,
  },
];

/** NativeCommandParameterBinder: the part of the command line that one argument becomes. */
function buildArgument(value: string, builder: ArgumentBuilder): string {
  let quotes = 0;
  let isWrapped = false;
  value.split('').forEach((character, index, all) => {
    if (character === '"' && !(builder.skipsEscapedQuotes && all[index - 1] === '\\')) quotes += 1;
    else if (builder.isWhiteSpace.test(character) && quotes % 2 === 0) isWrapped = true;
  });
  const tail = builder.doublesLastBackslashes ? (/\\*$/.exec(value)?.[0] ?? '') : '';
  return isWrapped ? `"${value}${tail}"` : value;
}

/**
 * Arguments of a command line by the C runtime: `""` within quotes is a quote character and, since
 * 2008, does not end them.
 */
function splitArguments(line: string, doubledQuoteEndsQuotes: boolean): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    while (line[at] === ' ' || line[at] === '\t') at += 1;
    if (at >= line.length) break;
    let word = '';
    let isQuoted = false;
    while (at < line.length && (isQuoted || (line[at] !== ' ' && line[at] !== '\t'))) {
      const start = at;
      while (line[at] === '\\') at += 1;
      const backslashes = at - start;
      if (line[at] !== '"') {
        word += '\\'.repeat(backslashes);
        if (backslashes === 0) word += line[at++] ?? '';
        continue;
      }
      word += '\\'.repeat(backslashes >> 1);
      at += 1;
      if (backslashes % 2 === 1) word += '"';
      else if (isQuoted && line[at] === '"') {
        word += '"';
        at += 1;
        isQuoted = !doubledQuoteEndsQuotes;
      } else isQuoted = !isQuoted;
    }
    words.push(word);
  }
  return words;
}

const isRefused = (text: string): boolean => {
  try {
    quotePowerShellWord(text);
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
};

let parser: Parser;

beforeAll(async () => {
  parser = await powerShellParser();
});

/** The arguments of every command in the script. */
function parseScript(script: string): Node[][] {
  const tree = parser.parse(script);
  if (tree === null) throw new Error('The parser gave up.');
  expect(tree.rootNode.hasError ? script : '').toBe('');
  return tree.rootNode
    .descendantsOfType('command_elements')
    .map((elements) =>
      elements.namedChildren.filter((node) => node.type !== 'command_argument_sep'),
    );
}

describe('a string literal', () => {
  test('holds any text in ASCII, on one line', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.constant('a\0b')), (text) => {
        const literal = quotePowerShellString(text);
        expect(literal).toMatch(/^(?:'[ -~]*'|"[ -~]*")$/);
        expect(evaluate(literal)).toBe(text);
      }),
      { numRuns: runs(500, 20_000) },
    );
  });

  test('curly quotes cannot end it', () => {
    expect(quotePowerShellString('\u2019; id #')).toBe('"$([char]0x2019); id `#"');
    expect(quotePowerShellString('it\u2019s "$x" `n é')).toBe(
      '"it$([char]0x2019)s `"`$x`" ``n $([char]0xE9)"',
    );
  });
});

describe('a word for a native program', () => {
  test.each(builders)('$name passes it on unchanged', (builder) => {
    let passed = 0;
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (text, next, doubledQuoteEndsQuotes) => {
        fc.pre(!isRefused(text) && !isRefused(next));
        const line = [text, next]
          .map((word) => buildArgument(evaluate(quotePowerShellWord(word)), builder))
          .join(' ');
        expect(splitArguments(line, doubledQuoteEndsQuotes)).toEqual([text, next]);
        passed += 1;
      }),
      { numRuns: runs(500, 20_000) },
    );
    expect(passed).toBe(runs(500, 20_000));
  });

  test('is refused only if all its white space follows an odd number of double quotes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const allOdd = [...text.matchAll(/[ \t]/g)].every(
          ({ index }) => text.slice(0, index).split('"').length % 2 === 0,
        );
        expect(isRefused(text) && !(allOdd && /[ \t]|\\$/.test(text) && text.includes('"'))).toBe(
          false,
        );
      }),
      { numRuns: runs(500, 20_000) },
    );
    expect(() => quotePowerShellWord('"a b"')).toThrow(/Windows PowerShell 5\.1/);
    expect(() => quotePowerShellWord('a\0b')).toThrow(RangeError);
  });

  test.each([
    ['file://policies/x.json', 'file://policies/x.json'],
    ['arn:aws:iam::111122223333:role/x', 'arn:aws:iam::111122223333:role/x'],
    ['--role-name', '--role-name'],
    ['111122223333', "'111122223333'"],
    ['Key=a,Value=b', "'Key=a,Value=b'"],
    ["it's", "'it''s'"],
    ['', `'""'`],
    ['a b\\', String.raw`'"a b\\"'`],
    ['{"a": 1}', String.raw`'{\"a\": 1}'`],
    ['say "a b" c', String.raw`'say \"a b\" c'`],
    ['--%', `'"--%"'`],
  ])('%s is printed as %s', (text, printed) => {
    expect(quotePowerShellWord(text)).toBe(printed);
  });
});

const command = (options: CommandLine['options']): CommandLine => ({
  program: 'aws',
  subcommand: ['iam', 'create-role'],
  options,
});

describe('a command', () => {
  test('has one option per line', () => {
    const printed = printPowerShellCommand(
      command([
        { flag: '--role-name', values: [{ variable: 'RoleName' }] },
        { flag: '--description', values: ["Anna's role"] },
        { flag: '--tags', values: ['Key=a,Value=b', 'Key=c,Value=é'] },
        { flag: '--debug', values: [] },
      ]),
      { indent: '  ' },
    );
    expect(printed).toBe(
      [
        '  aws iam create-role `',
        '    --role-name "$RoleName" `',
        "    --description 'Anna''s role' `",
        `    --tags 'Key=a,Value=b' "Key=c,Value=$([char]0xE9)" \``,
        '    --debug',
      ].join('\n'),
    );
  });

  test('refuses a variable that is no name', () => {
    const options = [{ flag: '--x', values: [{ variable: 'a; id' }] }];
    expect(() => printPowerShellCommand(command(options))).toThrow(RangeError);
  });

  test('parses as PowerShell with as many arguments as it has words', () => {
    const words = texts.filter((text) => !isRefused(text));
    const options = fc.array(
      fc.record({
        flag: fc.constant('--flag'),
        values: fc.array(fc.oneof(words, fc.constant({ variable: 'Name' }))),
      }),
      { maxLength: 4 },
    );
    const commands = fc.sample(options, 4_000);
    expect(commands.flatMap((all) => all.flatMap(({ values }) => values)).length).toBeGreaterThan(
      10_000,
    );
    for (const each of commands) {
      const script = `${powerShellPreamble}\n${printPowerShellCommand(command(each))}\n`;
      expect(parseScript(script).map((words) => words.length)).toEqual([
        2 + each.reduce((sum, { values }) => sum + 1 + values.length, 0),
      ]);
    }
  });

  test.each(['if', 'a b', 'é', 'data'])('a program named %s is called by its name', (program) => {
    const script = printPowerShellCommand({ program, subcommand: ['x'], options: [] });
    expect(script).toMatch(/^& ['"]/);
    expect(parseScript(script)).toHaveLength(1);
  });
});
