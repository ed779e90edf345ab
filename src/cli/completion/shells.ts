import { quotePowerShellString } from '../../syntax/powershell';
import { quoteShellWord } from '../../syntax/shell';
import type { CompletedCommand, CompletedOption } from './grammar';

const PROGRAM = 'qbusiness-policies';

/** The options with known values, each once. */
function optionsWithValues(commands: readonly CompletedCommand[]): readonly CompletedOption[] {
  const options = commands.flatMap((command) => command.options);
  return [...new Map(options.map((option) => [option.flag, option])).values()].filter(
    ({ values }) => values.length > 0,
  );
}

const offersOf = ({ options, words }: CompletedCommand): string =>
  [...options.map(({ flag }) => flag), ...words].join(' ');

/** @see https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html */
export const bash = (commands: readonly CompletedCommand[]): string => `_qbusiness_policies() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} words=''
  case $previous in
${optionsWithValues(commands)
  .map(({ flag, values }) => `    ${flag}) words='${values.join(' ')}' ;;`)
  .join('\n')}
    *)
      if [ "$COMP_CWORD" -eq 1 ]; then
        words='${commands.map(({ word }) => word).join(' ')}'
      else
        case \${COMP_WORDS[1]} in
${commands.map((command) => `          ${command.word}) words='${offersOf(command)}' ;;`).join('\n')}
        esac
      fi
      ;;
  esac
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _qbusiness_policies ${PROGRAM}
`;

/** @see https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
export const zsh = (commands: readonly CompletedCommand[]): string => `#compdef ${PROGRAM}
_qbusiness_policies() {
  case $words[CURRENT-1] in
${optionsWithValues(commands)
  .map(({ flag, values }) => `    ${flag}) compadd -- ${values.join(' ')}; return ;;`)
  .join('\n')}
  esac
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ word, summary }) => `      ${quoteShellWord(`${word}:${summary}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map((command) => `    ${command.word}) compadd -- ${offersOf(command)} ;;`).join('\n')}
  esac
  _files
}
if [[ $funcstack[1] == _qbusiness_policies ]]; then
  _qbusiness_policies "$@"
else
  compdef _qbusiness_policies ${PROGRAM}
fi
`;

/** @see https://fishshell.com/docs/current/completions.html */
export const fish = (commands: readonly CompletedCommand[]): string =>
  `${[
    `complete -c ${PROGRAM} -e`,
    ...commands.flatMap(({ word, summary, options, words }) => [
      `complete -c ${PROGRAM} -n __fish_use_subcommand -f -a ${word} -d ${quoteShellWord(summary)}`,
      ...(words.length === 0
        ? []
        : [
            `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${word}' -f -a '${words.join(' ')}'`,
          ]),
      ...options.map(
        ({ flag, takesValue, values }) =>
          `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${word}' -l ${flag.slice(2)}${
            values.length > 0 ? ` -x -a '${values.join(' ')}'` : takesValue ? ' -r' : ''
          }`,
      ),
    ]),
  ].join('\n')}\n`;

/** @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/register-argumentcompleter */
export const powershell = (
  commands: readonly CompletedCommand[],
): string => `Register-ArgumentCompleter -Native -CommandName ${quotePowerShellString(PROGRAM)} -ScriptBlock {
    param($WordToComplete, $Tree, $Cursor)
    $Values = @{
${optionsWithValues(commands)
  .map(({ flag, values }) => `        ${quotePowerShellString(flag)} = ${listOf(values)}`)
  .join('\n')}
    }
    $Offers = @{
${commands
  .map(
    (command) =>
      `        ${quotePowerShellString(command.word)} = ${listOf(offersOf(command).split(' '))}`,
  )
  .join('\n')}
    }
    $Words = @($Tree.CommandElements | Where-Object { $_.Extent.EndOffset -lt $Cursor } | ForEach-Object { "$_" })
    $Found = if ($Words.Count -lt 2) {
        $Offers.Keys
    } elseif ($Values.ContainsKey($Words[-1])) {
        $Values[$Words[-1]]
    } else {
        $Offers[$Words[1]]
    }
    $Found | Where-Object { $_ -like "$WordToComplete*" } | Sort-Object
}
`;

const listOf = (words: readonly string[]): string =>
  `@(${words.map(quotePowerShellString).join(', ')})`;
