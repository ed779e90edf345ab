import type { CommandLine } from './commandLine';
import { printPowerShellCommand, quotePowerShellString } from './powershell';
import { indentLines } from './shellScript';

/** The name of a variable or of a function with its verb. */
const plainName = /^[A-Za-z]+(?:-[A-Za-z]+)?$/;

/** `$Name = 'value'` */
export function printPowerShellAssignment(name: string, value: string): string {
  if (!plainName.test(name)) throw new RangeError(`Not a variable name: ${JSON.stringify(name)}`);
  return `$${name} = ${quotePowerShellString(value)}`;
}

export function printPowerShellFunction(name: string, body: readonly string[]): string {
  if (!plainName.test(name)) throw new RangeError(`Not a function name: ${JSON.stringify(name)}`);
  return [`function ${name} {`, ...body.map((lines) => indentLines(lines, 4)), '}'].join('\n');
}

/**
 * A call of the function `name` whose last argument is a script block with a command. The array
 * variable `splat` comes first among the arguments of the program.
 */
export function printPowerShellBlockCall(
  name: string,
  words: readonly string[],
  command: CommandLine,
  splat: string,
): string {
  if (!plainName.test(splat)) throw new RangeError(`Not a variable name: ${JSON.stringify(splat)}`);
  const printed = printPowerShellCommand(command);
  const [program = ''] = printed.split(' ', 1);
  const withSplat = `${program} @${splat}${printed.slice(program.length)}`;
  return `${[name, ...words.map(quotePowerShellString)].join(' ')} {\n${indentLines(withSplat, 4)}\n}`;
}
