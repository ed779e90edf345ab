import type { CliCommand } from '../command';
import { access } from './access';
import { audit } from './audit';
import { compare } from './compare';
import { completionOf } from './completion';
import { generate } from './generate';

const documentCommands: readonly CliCommand[] = [generate, audit, compare, access];

/** Every subcommand, in the order of `--help`. */
export const commands: readonly CliCommand[] = [
  ...documentCommands,
  completionOf(documentCommands),
];
