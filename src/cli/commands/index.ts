import type { CliCommand } from '../command';
import { generate } from './generate';

/** Every subcommand, in the order of `--help`. */
export const commands: readonly CliCommand[] = [generate];
