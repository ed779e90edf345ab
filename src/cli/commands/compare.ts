import { compareTexts, type ComparedPair } from '../../documents/compareTexts';
import { UsageError, type CliCommand } from '../command';
import { parseOptions } from '../parseOptions';
import { printJson, printLines } from '../printed';
import { readFileArgument } from '../readFileArgument';

const help = `Says what NEW grants compared with OLD: the same, the same written differently, more, less, both, or
not decided and why. Compares what policies mean, not how they are written. OLD and NEW may hold
several documents: the permissions policies of a role are taken together, and each role is compared
with the one of the same name. "-" is standard input.

Lines begin with + for what NEW grants beyond OLD, - for what it lacks, ? for what is not decided,
and ! for what only one of them refuses by a Deny. A refusal counts where another policy of the role
allows the same; it does not change the verdict.

Usage: qbusiness-policies compare OLD NEW [--json]

Options:
  --json          print the comparison as JSON

Exit status: 0 both grant the same, 1 they differ or it is not decided, 2 wrong usage or no document.

Example:
  qbusiness-policies compare before.json policies/trustpolicyforanonymous.json
`;

const options = { json: { type: 'boolean' } } as const;

export const compare: CliCommand = {
  name: 'compare',
  summary: 'say what one policy grants and another does not',
  help,
  options,
  run: (args, terminal) => {
    const { values, positionals } = parseOptions(args, options, true);
    const [before, after, ...others] = positionals;
    if (before === undefined || after === undefined || others.length > 0) {
      throw new UsageError('Name two files: the old one and the new one');
    }
    const { pairs } = compareTexts(
      readFileArgument(before, terminal),
      readFileArgument(after, terminal),
      { before: `“${before}”`, after: `“${after}”` },
    );
    if (pairs.length === 0) throw new UsageError('Neither file holds a policy document');
    if (values.json) terminal.write(printJson({ status: 'done', pairs }));
    else terminal.write(printLines(pairs.map(paragraph).join('\n')));
    const isSame = pairs.every(({ verdict }) => verdict === 'same' || verdict === 'formatting');
    return isSame ? 0 : 1;
  },
};

function paragraph(pair: ComparedPair): string {
  const { label, summary, more, less, refusals, undecided, assumption } = pair;
  const details = [
    ...more.map((words) => `+ ${words}`),
    ...less.map((words) => `- ${words}`),
    ...undecided.map((words) => `? ${words}`),
    ...refusals.map((words) => `! ${words}`),
    ...(assumption === undefined ? [] : [assumption]),
  ];
  return `${label}: ${summary}\n${details.map((words) => `  ${words}\n`).join('')}`;
}
