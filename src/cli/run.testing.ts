import type { ExitCode } from './command';
import { runCli } from './runCli';

export interface Ran {
  readonly code: ExitCode;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
}

/** Runs the program with a text as its standard input. */
export function run(
  args: readonly string[],
  input: string | Uint8Array = '',
  hasColors = false,
): Ran {
  const written: string[] = [];
  const warned: string[] = [];
  const code = runCli(args, {
    write: (text) => written.push(text),
    warn: (text) => warned.push(text),
    note: (text) => warned.push(text),
    readStandardInput: () => (typeof input === 'string' ? new TextEncoder().encode(input) : input),
    hasColors,
  });
  return { code, out: written.join(''), err: warned.join('') };
}
