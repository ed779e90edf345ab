import { OFFERED_REGIONS } from '../../qbusiness/facts';
import { formFields } from '../../qbusiness/form/formFields';
import type { CliCommand } from '../command';
import { levels } from '../levels';

/** A word of a command line and what it does. */
export interface CompletedWord {
  readonly word: string;
  readonly summary: string;
}

export interface CompletedOption {
  /** With its hyphens. */
  readonly flag: string;
  readonly takesValue: boolean;
  /** What the value may be, where the program knows. */
  readonly values: readonly string[];
}

export interface CompletedCommand extends CompletedWord {
  readonly options: readonly CompletedOption[];
  /** What an argument may be; empty: files. */
  readonly words: readonly string[];
}

/** What a completion script knows: plain words only, which every shell takes as they are. */
export function grammarOf(commands: readonly CliCommand[]): readonly CompletedCommand[] {
  return [
    ...commands.map(({ name, summary, options, words = [] }) => ({
      word: name,
      summary,
      options: [
        ...Object.entries(options).map(([option, { type }]) => ({
          flag: `--${option}`,
          takesValue: type === 'string',
          values: valuesOf(option),
        })),
        ...['--quiet', '--help'].map((flag) => ({ flag, takesValue: false, values: [] })),
      ],
      words,
    })),
    {
      word: 'help',
      summary: 'say more about one command',
      options: [],
      words: commands.map(({ name }) => name),
    },
  ].map(checked);
}

function valuesOf(option: string): readonly string[] {
  if (option === 'region') return OFFERED_REGIONS.map(({ name }) => name);
  if (option === 'level') return levels.map(({ name }) => name);
  const field = formFields.find((candidate) => candidate.option === option);
  return field && 'choices' in field ? field.choices.map(({ value }) => value) : [];
}

/** No printer of a shell is needed for words that have no meaning to any. */
function checked(command: CompletedCommand): CompletedCommand {
  const words = [
    command.word,
    ...command.words,
    ...command.options.flatMap(({ flag, values }) => [flag, ...values]),
  ];
  const strange = words.find((word) => !/^[a-z0-9-]+$/.test(word));
  if (strange !== undefined) throw new RangeError(`Not a plain word: ${strange}`);
  return command;
}
