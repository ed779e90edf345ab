import type { ParseArgsConfig } from 'node:util';

/** 0: done. 1: done, and something was found. 2: wrong usage, or values that are not accepted. */
export type ExitCode = 0 | 1 | 2;

/** What a command may use of the outside world besides files. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** For people: errors. */
  readonly warn: (text: string) => void;
  /** For people: progress, counts and cautions, which --quiet leaves out. */
  readonly note: (text: string) => void;
  readonly readStandardInput: () => Uint8Array;
  /** Standard output is a terminal that shows colours, and nobody forbade them. */
  readonly hasColors: boolean;
}

/** One subcommand: a file of `commands` and one line in its index. */
export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints: the common case, usage, options; ends with a line feed. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** What an argument may be, for completion; absent: files. */
  readonly words?: readonly string[];
  /** @throws UsageError when the arguments make no sense. */
  readonly run: (args: readonly string[], terminal: Terminal) => ExitCode;
}

/** Arguments that make no sense: the message says which, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
