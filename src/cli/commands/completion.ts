import { UsageError, type CliCommand } from '../command';
import { grammarOf, type CompletedCommand } from '../completion/grammar';
import * as shells from '../completion/shells';
import { parseOptions } from '../parseOptions';

const printers: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> =
  shells;
const names = Object.keys(printers).sort();

const help = `Prints a script that lets a shell complete the commands, options and values of this program.

Usage: qbusiness-policies completion ${names.join('|')}

Where it goes:
  bash         eval "$(qbusiness-policies completion bash)", in ~/.bashrc
  zsh          eval "$(qbusiness-policies completion zsh)", in ~/.zshrc after compinit
  fish         qbusiness-policies completion fish | source, in ~/.config/fish/config.fish
  powershell   qbusiness-policies completion powershell | Out-String | Invoke-Expression, in $PROFILE

Exit status: 0 done, 2 wrong usage.
`;

/** The command that prints completion scripts for the other commands and itself. */
export function completionOf(others: readonly CliCommand[]): CliCommand {
  const completion: CliCommand = {
    name: 'completion',
    summary: 'print a script for completion in a shell',
    help,
    options: {},
    words: names,
    run: (args, { write }) => {
      const [name = '', ...more] = parseOptions(args, {}, true).positionals;
      const print = Object.hasOwn(printers, name) ? printers[name] : undefined;
      if (!print || more.length > 0) throw new UsageError(`Name one shell: ${names.join(', ')}`);
      write(print(grammarOf([...others, completion])));
      return 0;
    },
  };
  return completion;
}
