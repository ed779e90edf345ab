import {
  checkVariableName,
  layOutCommand,
  type CommandLine,
  type CommandPrintOptions,
  type Word,
} from './commandLine';

/** A word that needs no quotes in sh, bash and zsh. A leading `=` does: in zsh it means a command's path. */
const plainWord = /^[A-Za-z0-9_./:,@%+-][A-Za-z0-9_./:,@%+=-]*$/;

const plainProgram = /^[A-Za-z0-9_./-]+$/;

const reservedWord =
  /^(?:case|coproc|do|done|elif|else|end|esac|fi|for|foreach|function|if|in|nocorrect|repeat|select|then|time|until|while)$/;

/**
 * One word for sh, dash, bash 3.2 and later, and zsh: bare where that is safe, otherwise in single
 * quotes, within which only the quote itself has a meaning.
 *
 * @throws RangeError for NUL, which ends an argument, and for half a surrogate pair, which has no
 * UTF-8 form.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function quoteShellWord(text: string): string {
  return plainWord.test(text) ? text : quoted(text);
}

/** A word that may be a variable: `"$NAME"` is neither split nor globbed. */
function printShellWord(word: Word): string {
  return typeof word === 'string' ? quoteShellWord(word) : `"$${checkVariableName(word.variable)}"`;
}

/**
 * The command with one option per line; no line feed at the end.
 *
 * @throws RangeError as `quoteShellWord` does, and for a variable that is no name.
 */
export function printShellCommand(command: CommandLine, options: CommandPrintOptions = {}): string {
  return layOutCommand(
    command,
    { program: printProgram, word: printShellWord, continuation: '\\' },
    options,
  );
}

function printProgram(text: string): string {
  return plainProgram.test(text) && !reservedWord.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  if (text.includes('\0')) throw new RangeError('A shell word cannot hold the NUL character.');
  if (/\p{Surrogate}/u.test(text)) {
    throw new RangeError('A shell word cannot hold half a surrogate pair.');
  }
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
