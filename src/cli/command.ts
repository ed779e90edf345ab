/** 0: done. 1: done, and something was found. 2: wrong usage, or values that are not accepted. */
export type ExitCode = 0 | 1 | 2;

/** What a command may use of the outside world besides files. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** For people: progress, warnings, errors. */
  readonly warn: (text: string) => void;
  readonly readStandardInput: () => string;
}

/** One subcommand: a file of `commands` and one line in its index. */
export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints: usage, options, examples; ends with a line feed. */
  readonly help: string;
  /** @throws UsageError when the arguments make no sense. */
  readonly run: (args: readonly string[], terminal: Terminal) => ExitCode;
}

/** Arguments that make no sense: the message says which, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
