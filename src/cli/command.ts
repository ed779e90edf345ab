import type { ParseArgsConfig } from 'node:util';

/** 0: success. 1: success with findings. 2: wrong usage, or values that are not accepted. */
export type ExitCode = 0 | 1 | 2;

/** Input and output of a command, besides files. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** Writes an error message to standard error. */
  readonly warn: (text: string) => void;
  /** Writes progress, counts or cautions to standard error; suppressed by --quiet. */
  readonly note: (text: string) => void;
  readonly readStandardInput: () => Uint8Array;
  /** Whether standard output is a terminal with colours, and colours are not disabled. */
  readonly hasColors: boolean;
}

/** One subcommand: a file of `commands` and one line in its index. */
export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The output of `--help`: the common case, usage and options; ends with a line feed. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Possible arguments, for completion; absent: file names. */
  readonly words?: readonly string[];
  /** @throws UsageError for wrong arguments */
  readonly run: (args: readonly string[], terminal: Terminal) => ExitCode;
}

/** Wrong arguments; the message names them, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
