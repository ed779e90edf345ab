/**
 * A word of a command line: a text that reaches the program exactly as given, or a variable of the
 * script. The script must make sure that the program does not take the variable's value for an option.
 */
export type Word = string | { readonly variable: string };

/** A flag such as `--role-name` with its values; a switch has none. */
export interface CommandLineOption {
  readonly flag: string;
  readonly values: readonly Word[];
}

/** One call of a program, in no particular shell. */
export interface CommandLine {
  readonly program: string;
  /** For example `['iam', 'create-role']`. */
  readonly subcommand: readonly string[];
  readonly options: readonly CommandLineOption[];
}

/** The command with more options behind its own. */
export const withOptions = (
  command: CommandLine,
  options: readonly CommandLineOption[],
): CommandLine => ({ ...command, options: [...command.options, ...options] });

export interface CommandPrintOptions {
  /** Indentation of every line; continued lines have two more spaces. */
  readonly indent?: string;
}

/**
 * The name itself.
 *
 * @throws RangeError unless it is a valid variable name in both sh and PowerShell.
 */
export function checkVariableName(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new RangeError(`Not a variable name: ${JSON.stringify(name)}`);
  }
  return name;
}

/** The program with its subcommand, then every option on a line of its own. */
export function layOutCommand(
  command: CommandLine,
  language: {
    readonly program: (text: string) => string;
    readonly word: (word: Word) => string;
    /** The end of a line that the next one continues. */
    readonly continuation: string;
  },
  { indent = '' }: CommandPrintOptions,
): string {
  const first = [language.program(command.program), ...command.subcommand.map(language.word)];
  const rest = command.options.map(({ flag, values }) => [flag, ...values].map(language.word));
  return [first, ...rest]
    .map((words, line) => `${indent}${line === 0 ? '' : '  '}${words.join(' ')}`)
    .join(` ${language.continuation}\n`);
}
