import type { PastedValues, Recogniser, Recognition } from './recognition';

/** A command goes on over lines that end in the continuation sign of sh, cmd or PowerShell. */
const continuation = /[\\^`][ \t]*\r?\n/g;

/** The word `aws` where a command may begin: alone, after a prompt, or inside `$( … )`. */
const programWord = /(?:^|[;&|$(>#%])aws$/;

const services: ReadonlySet<string> = new Set(['qbusiness', 'iam', 'sts']);

type FlagValue = 'region' | 'applicationId' | 'webExperienceId';

const flagNames: ReadonlyMap<string, FlagValue> = new Map([
  ['region', 'region'],
  ['application-id', 'applicationId'],
  ['web-experience-id', 'webExperienceId'],
]);

const flag =
  /(?<!-)--(?<name>[a-z]+(?:-[a-z]+)*)(?:=|[ \t]+)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'-]\S*))/g;

const originsFlag = /--origins[ \t]+(?<list>(?:["']?https?:\/\/\S+[ \t]*)+)/;

/** A call of the AWS CLI, as copied from a terminal or a page, over one line or several. */
export const recogniseCliCommands: Recogniser = (text) => {
  const joined = text.replace(continuation, (sign) => ' '.repeat(sign.length));
  return [...joined.matchAll(/[^\n]+/g)]
    .flatMap(({ 0: line, index }) => readLine(line, index))
    .flatMap(({ start, command, operation }): Recognition[] => {
      const values = readFlags(command);
      if (Object.keys(values).length === 0) return [];
      return [
        {
          title: operation === undefined ? 'AWS CLI command' : `AWS CLI command ${operation}`,
          values,
          weight: 'certain',
          lacks: 'This command holds no account ID.',
          start,
          end: start + command.length,
        },
      ];
    });
};

interface Command {
  /** Where it begins in the paste. */
  readonly start: number;
  readonly command: string;
  readonly operation: string | undefined;
}

/** Reads word by word: `aws`, its global options with or without a value, a service, an operation. */
function readLine(line: string, offset: number): readonly Command[] {
  const words = [...line.matchAll(/\S+/g)];
  const commands: Command[] = [];
  let start: number | undefined;
  let mayBeValue = false;
  let end = 0;
  for (const [position, { 0: word, index }] of words.entries()) {
    if (index < end) continue;
    const next = words[position + 1];
    if (start !== undefined && services.has(word) && next !== undefined) {
      end = endOfCommand(line, index);
      const isOperation = next.index < end && /^[a-z][a-z-]*/.test(next[0]);
      commands.push({
        start: offset + start,
        command: line.slice(start, end),
        operation: isOperation ? /^[a-z-]+/.exec(next[0])?.[0] : undefined,
      });
      start = undefined;
    } else if (start !== undefined && /^--?[a-z-]+(?:$|=)/.test(word)) {
      mayBeValue = !word.includes('=');
      continue;
    } else if (start === undefined || !mayBeValue || word.startsWith('-')) {
      start = programWord.test(word) ? index + word.length - 'aws'.length : undefined;
    }
    mayBeValue = false;
  }
  return commands;
}

/** Up to the sign that ends a command in a shell. */
function endOfCommand(line: string, from: number): number {
  const length = line.slice(from).search(/[;&|]/);
  return length < 0 ? line.length : from + length;
}

function readFlags(line: string): PastedValues {
  const texts: Partial<Record<FlagValue, string>> = {};
  for (const { groups } of line.matchAll(flag)) {
    const name = flagNames.get(groups?.['name'] ?? '');
    const value = groups?.['double'] ?? groups?.['single'] ?? groups?.['bare'];
    if (name !== undefined && value !== undefined && !isVariable(value)) texts[name] = value;
  }
  const origins = originsFlag
    .exec(line)
    ?.groups?.['list']?.trim()
    .split(/[ \t]+/)
    .map((origin) => origin.replace(/^["']|["']$/g, ''));
  return {
    ...texts,
    ...(origins && { origins }),
  };
}

/** Whether the text is a variable or placeholder: `$APP`, `%APP%`, `<app-id>`, `{{application_id}}`. */
const isVariable = (value: string) => /[$%<>{}]/.test(value);
