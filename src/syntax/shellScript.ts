import { printShellCommand, quoteShellWord } from './shell';
import type { CommandLine } from './commandLine';

/** The name of a variable or a function, in every shell. */
const plainName = /^[a-z_][a-z0-9_]*$/;

/**
 * One word for sh, in double quotes where that spares the reader `'\''` and nothing in the text has
 * a meaning there; otherwise as `quoteShellWord` prints it.
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

/** A function that does nothing but call others. */
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
