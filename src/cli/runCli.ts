import { UsageError, type ExitCode, type Terminal } from './command';
import { commands } from './commands';
import { packageVersion } from './packageVersion';

const help = `Usage: qbusiness-policies COMMAND [options]

IAM documents, scripts and templates for anonymous access to Amazon Q Business, without a browser
and without a network.

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join('\n')}

  qbusiness-policies COMMAND --help   says more about one command
  qbusiness-policies --version        prints the version

Exit status: 0 done, 1 something was found, 2 wrong usage or values that are not accepted.

Example:
  qbusiness-policies generate --region us-east-1 --account-id 111122223333 \\
    --application-id a1b2c3d4-5678-90ab-cdef-example11111
`;

/** Runs the subcommand that the arguments name. */
export function runCli(args: readonly string[], terminal: Terminal): ExitCode {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.warn(help);
    return 2;
  }
  if (name === '--help' || name === '-h') {
    terminal.write(help);
    return 0;
  }
  if (name === '--version') {
    terminal.write(`${packageVersion()}\n`);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    terminal.warn(`There is no command “${name}”. See qbusiness-policies --help\n`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.write(command.help);
    return 0;
  }
  try {
    return command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.warn(`${error.message}\nSee qbusiness-policies ${name} --help\n`);
    return 2;
  }
}
