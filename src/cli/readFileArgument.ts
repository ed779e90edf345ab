import { readFileSync } from 'node:fs';
import { UsageError, type Terminal } from './command';

/** The text of the file that an argument names; `-` is standard input. */
export function readFileArgument(name: string, { readStandardInput }: Terminal): string {
  if (name === '-') return readStandardInput();
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${reasonOf(error)}`);
  }
}

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
