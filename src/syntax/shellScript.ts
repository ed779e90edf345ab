import { printShellCommand, quoteShellWord } from './shell';
import type { CommandLine } from './commandLine';

/** The name of a variable or a function, in every shell. */
const plainName = /^[a-z_][a-z0-9_]*$/;

/**
 * One word for sh. A text with an apostrophe is put in double quotes, which is easier to read than
 * `'\''`, if it has no special characters; any other text is printed as by `quoteShellWord`.
 */
export function quoteShellText(text: string): string {
  return text.includes("'") && /^[^\0$`"\\\p{Surrogate}]*$/u.test(text)
    ? `"${text}"`
    : quoteShellWord(text);
}

/** `name='value'` */
export function printShellAssignment(name: string, value: string): string {
  if (!plainName.test(name)) throw new RangeError(`Not a variable name: ${JSON.stringify(name)}`);
  return `${name}=${quoteShellText(value)}`;
}

/** A function with these lines as its body. */
export function printShellFunction(name: string, body: readonly string[]): string {
  if (!plainName.test(name)) throw new RangeError(`Not a function name: ${JSON.stringify(name)}`);
  return [`${name}() {`, ...body.map((lines) => indentLines(lines)), '}'].join('\n');
}

/** A call of the function `name` whose last arguments are the words of a command. */
export function printShellCall(
  name: string,
  words: readonly string[],
  command: CommandLine,
): string {
  return `${[name, ...words.map(quoteShellText)].join(' ')} \\\n${printShellCommand(command, { indent: '  ' })}`;
}

/** Spaces before every line that is not empty; the words of a command must not hold line feeds. */
export const indentLines = (text: string, spaces = 2): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(spaces)}${line}`))
    .join('\n');
