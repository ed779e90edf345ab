import type { ExitCode } from './command';
import { runCli } from './runCli';

export interface Ran {
  readonly code: ExitCode;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
}

/** The options of a request that is complete with AWS's sample values. */
export const requiredOptions = (
  applicationId = 'a1b2c3d4-5678-90ab-cdef-example11111',
): readonly string[] => [
  '--region',
  'us-east-1',
  '--account-id',
  '111122223333',
  '--application-id',
  applicationId,
];

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
