import { OFFERED_REGIONS } from '../../qbusiness/facts';
import { formFields } from '../../qbusiness/form/formFields';
import type { CliCommand } from '../command';
import { levels } from '../levels';

/** A word that can be completed, with its description. */
export interface CompletedWord {
  readonly word: string;
  readonly summary: string;
}

export interface CompletedOption {
  /** With its hyphens. */
  readonly flag: string;
  readonly takesValue: boolean;
  /** Possible values, if they are known. */
  readonly values: readonly string[];
}

export interface CompletedCommand extends CompletedWord {
  readonly options: readonly CompletedOption[];
  /** Possible arguments; empty: file names. */
  readonly words: readonly string[];
}

/** The commands and options for completion scripts. All words are plain, so that no shell needs quotes. */
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

/** Checks that no word needs quotes in any shell. */
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
