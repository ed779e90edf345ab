import {
  checkVariableName,
  layOutCommand,
  type CommandLine,
  type CommandPrintOptions,
  type Word,
} from './commandLine';

/**
 * The line a script needs before the commands printed here. PowerShell 7.3 and later escape double
 * quotes in arguments by themselves, Windows PowerShell 5.1 never does; this makes both leave it to
 * the script. 5.1 sets a variable that it does not read.
 *
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables#psnativecommandargumentpassing
 */
export const powerShellPreamble = "$PSNativeCommandArgumentPassing = 'Legacy'";

/** A word that needs no quotes: no number, no parameter, no special character. */
const plainWord = /^[A-Za-z][A-Za-z0-9_./:-]*$/;

const plainFlag = /^--[a-z][a-z0-9-]*$/;

/**
 * White space that makes PowerShell put an argument in double quotes: `Char.IsWhiteSpace`. The
 * second list adds what only some versions of .NET count.
 */
const surelyWhiteSpace = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const perhapsWhiteSpace =
  /[\t-\r \u0085\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/**
 * A string literal in ASCII, since Windows PowerShell 5.1 reads a script without a byte order mark
 * in the ANSI code page. This also escapes the curly quotes, which PowerShell takes for straight
 * ones, and line breaks, which an editor may convert. `#` is escaped for readers other than
 * PowerShell, which take it for a comment after `$(…)`.
 *
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function quotePowerShellString(text: string): string {
  if (/^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const escaped = text
    .replaceAll(/[`"$#]/g, '`$&')
    .replaceAll(/[^ -~]/g, (unit) => `$([char]0x${unit.charCodeAt(0).toString(16).toUpperCase()})`);
  return `"${escaped}"`;
}

/**
 * One argument for a native program such as `aws`, which receives exactly the text, from Windows
 * PowerShell 5.1 and from PowerShell 7 after `powerShellPreamble`, on every platform. It is a quoted
 * literal, not an expression in parentheses, because PowerShell expands `*` and `~` in those on Linux.
 *
 * @throws RangeError for NUL, and for the rare text that no literal carries through every version:
 * white space which in all places follows an odd number of double quotes, such as `"a b"`.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing#passing-arguments-that-contain-quote-characters
 */
export function quotePowerShellWord(text: string): string {
  return plainWord.test(text) || plainFlag.test(text)
    ? text
    : quotePowerShellString(nativeArgument(text));
}

/**
 * A word that may be a variable. PowerShell drops an empty one and does not escape the double quotes
 * in one.
 */
function printPowerShellWord(word: Word): string {
  return typeof word === 'string'
    ? quotePowerShellWord(word)
    : `"$${checkVariableName(word.variable)}"`;
}

/**
 * The command with one option per line; no line feed at the end. The script must start with
 * `powerShellPreamble`.
 *
 * @throws RangeError as `quotePowerShellWord` does, and for a variable that is no name.
 */
export function printPowerShellCommand(
  command: CommandLine,
  options: CommandPrintOptions = {},
): string {
  return layOutCommand(
    command,
    { program: printProgram, word: printPowerShellWord, continuation: '`' },
    options,
  );
}

function printProgram(text: string): string {
  return /^[a-z][a-z0-9]*$/.test(text) && !keyword.test(text)
    ? text
    : `& ${quotePowerShellString(text)}`;
}

const keyword =
  /^(?:begin|break|catch|class|clean|configuration|continue|data|define|do|dynamicparam|else|elseif|end|enum|exit|filter|finally|for|foreach|from|function|if|in|parallel|param|process|return|sequence|switch|throw|trap|try|until|using|var|while|workflow)$/;

/**
 * The string that PowerShell must hold so that the program's C runtime reads `text`.
 *
 * PowerShell adds double quotes around an argument if it has white space after an even number of
 * double quotes. Some versions leave `\"` out of the count and some do not, so only arguments on which
 * both agree are used. 5.1 does not double the backslashes before the quote that it adds, 7 does.
 *
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 * @see https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/NativeCommandParameterBinder.cs
 * @see https://github.com/PowerShell/PowerShell/issues/26432
 */
function nativeArgument(text: string): string {
  if (text.includes('\0')) throw new RangeError('An argument cannot hold the NUL character.');
  if (text === '') return '""';
  // PowerShell stops parsing arguments at `--%`, even in single quotes.
  if (text === '--%') return '"--%"';

  const body = text.replace(/(?<!\\)\\+$/, '');
  const backslashes = text.slice(body.length);
  const escaped = body.replaceAll(/(?<!\\)(\\*)"/g, String.raw`$1$1\"`);
  if (!perhapsWhiteSpace.test(text)) return escaped + backslashes;

  const { anySureAfterEven, allAfterEven } = quotesBeforeWhiteSpace(body);
  if (anySureAfterEven && backslashes === '') return escaped;
  if (allAfterEven) return `"${escaped}${backslashes}${backslashes}"`;
  if (anySureAfterEven) return `${escaped}"${backslashes}${backslashes}"`;
  // The C runtime splits at spaces and tabs only, so here added quotes make no difference.
  if (!/[ \t]/.test(text) && backslashes === '') return escaped;
  throw new RangeError(
    'Windows PowerShell 5.1 cannot pass this text to a program: all its white space follows an odd number of double quotes.',
  );
}

function quotesBeforeWhiteSpace(text: string): {
  readonly anySureAfterEven: boolean;
  readonly allAfterEven: boolean;
} {
  let isEven = true;
  let anySureAfterEven = false;
  let allAfterEven = true;
  for (const character of text) {
    if (character === '"') isEven = !isEven;
    else if (isEven) anySureAfterEven ||= surelyWhiteSpace.test(character);
    else if (perhapsWhiteSpace.test(character)) allAfterEven = false;
  }
  return { anySureAfterEven, allAfterEven };
}
