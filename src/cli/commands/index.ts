import type { CliCommand } from '../command';
import { access } from './access';
import { audit } from './audit';
import { compare } from './compare';
import { generate } from './generate';

/** Every subcommand, in the order of `--help`. */
export const commands: readonly CliCommand[] = [generate, audit, compare, access];
