import { suggestion } from '../qbusiness/form/suggestion';
import { UsageError, type CliCommand, type ExitCode, type Terminal } from './command';
import { commands } from './commands';
import { packageVersion } from './packageVersion';
import { printJson, printLines } from './printed';

const help = `IAM documents, scripts and templates for anonymous access to Amazon Q Business, without a browser
and without a network.

The folder "policies" from three values:
  qbusiness-policies generate --region us-east-1 --account-id 111122223333 \\
    --application-id a1b2c3d4-5678-90ab-cdef-example11111

Usage: qbusiness-policies COMMAND [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join('\n')}
  ${'help'.padEnd(12)}say more about one command

Options of every command:
  -q, --quiet     print neither progress nor cautions
  -h, --help      say more about the command
  -V, --version   print the version

Exit status: 0 done, 1 something was found, 2 wrong usage, or values or files that are not accepted.
`;

/**
 * Runs the subcommand that the arguments name.
 *
 * @throws what writing to the terminal throws.
 */
export function runCli(args: readonly string[], outside: Terminal): ExitCode {
  const terminal: Terminal = {
    ...outside,
    warn: (text) => outside.warn(printLines(text)),
    note: (text) => outside.note(printLines(text)),
  };
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
      terminal.warn(help);
      return 2;
    case '--help':
    case '-h':
      terminal.write(help);
      return 0;
    case '--version':
    case '-V':
      terminal.write(`${packageVersion()}\n`);
      return 0;
    case 'help':
      return explain(rest[0], terminal);
    default: {
      const command = commands.find((candidate) => candidate.name === name);
      if (command) return run(command, rest, terminal);
      return refuse(
        name.startsWith('-')
          ? `Options stand behind the command, as in: qbusiness-policies generate ${name}`
          : noCommand(name),
        'See qbusiness-policies --help',
        rest,
        terminal,
      );
    }
  }
}

const noCommand = (name: string): string =>
  `There is no command “${name}”${suggestion(
    name,
    commands.map((command) => command.name),
  )}`;

function explain(name: string | undefined, terminal: Terminal): ExitCode {
  const command = commands.find((candidate) => candidate.name === name);
  if (name !== undefined && !command) {
    return refuse(noCommand(name), 'See qbusiness-policies help', [], terminal);
  }
  terminal.write(command ? command.help : help);
  return 0;
}

function run(command: CliCommand, args: readonly string[], terminal: Terminal): ExitCode {
  if (has(args, '--help', '-h')) return explain(command.name, terminal);
  if (has(args, '--version', '-V')) {
    terminal.write(`${packageVersion()}\n`);
    return 0;
  }
  const isQuiet = has(args, '--quiet', '-q');
  try {
    return command.run(without(args, '--quiet', '-q'), {
      ...terminal,
      ...(isQuiet && { note: () => {} }),
      readStandardInput: once(terminal.readStandardInput),
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refuse(error.message, `See qbusiness-policies help ${command.name}`, args, terminal);
  }
}

/** Reports an error as a sentence, or as JSON if that was requested. */
function refuse(
  message: string,
  advice: string,
  args: readonly string[],
  { write, warn }: Terminal,
): ExitCode {
  if (has(args, '--json')) {
    write(printJson({ status: 'refused', issues: [{ path: '', message }] }));
  } else {
    warn(`${message}\n${advice}\n`);
  }
  return 2;
}

/** Options end at `--`. */
const endOfOptions = (args: readonly string[]): number => {
  const end = args.indexOf('--');
  return end < 0 ? args.length : end;
};

const has = (args: readonly string[], ...names: readonly string[]): boolean =>
  args.slice(0, endOfOptions(args)).some((arg) => names.includes(arg));

const without = (args: readonly string[], ...names: readonly string[]): readonly string[] =>
  args.filter((arg, index) => index >= endOfOptions(args) || !names.includes(arg));

function once(read: () => Uint8Array): () => Uint8Array {
  let isRead = false;
  return () => {
    if (isRead) throw new UsageError('Standard input can be read only once: name “-” once');
    isRead = true;
    return read();
  };
}
