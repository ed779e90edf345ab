/** One option of a command line; a switch has no values. */
export interface CommandOption {
  /** Two hyphens and a name. */
  readonly flag: string;
  readonly values: readonly string[];
}

/**
 * A command as data, every word of it a text. `syntax` prints it as its own `CommandLine`, whose words may
 * also be variables of a script.
 */
export interface Command {
  readonly program: string;
  readonly subcommand: readonly string[];
  readonly options: readonly CommandOption[];
}

/** Something that is done after the role exists, in order. */
export interface HandoverStep {
  /** One sentence; a full stop ends it. */
  readonly text: string;
  readonly command?: Command;
  /** Only one of several ways: scripts show the command and do not run it. */
  readonly isOptional?: true;
}

/** `awsCommand(['iam', 'get-role'], { '--role-name': name })`; an undefined option is left out. */
export function awsCommand(
  subcommand: readonly string[],
  options: Readonly<Record<`--${string}`, string | readonly string[] | undefined>>,
): Command {
  return { program: 'aws', subcommand, options: commandOptions(options) };
}

function commandOptions(
  options: Readonly<Record<`--${string}`, string | readonly string[] | undefined>>,
): readonly CommandOption[] {
  return Object.entries(options).flatMap(([flag, value]) => {
    if (value === undefined) return [];
    if (typeof value !== 'string') return [{ flag, values: value }];
    // The AWS CLI takes a separate word that starts with a hyphen for the next option.
    return value.startsWith('-')
      ? [{ flag: `${flag}=${value}`, values: [] }]
      : [{ flag, values: [value] }];
  });
}
