import {
  accessTexts,
  type AccessReports,
  type AccessRow,
  type RequesterRow,
} from '../../documents/accessTexts';
import {
  accessSentences,
  askedWords,
  targetWords,
  verdictWords,
} from '../../documents/accessWords';
import { partitionOfRegion } from '../../iam/arn';
import { UsageError, type CliCommand } from '../command';
import { parseOptions } from '../parseOptions';
import { printJson, printLines } from '../printed';
import { readTarget } from '../readTarget';
import { readFileArgument } from '../readFileArgument';

const help = `Says what a role can do and who can assume it, from its documents: every known action of Amazon Q
Business on the application, another one, another account and another Region, and what else the
documents name. An answer is yes or no, yes under the conditions that remain, or not decided and why.
The documents of all files are put together by role. A FILE is what "audit" takes; "-" is standard
input.

Most often:
  qbusiness-policies access policies/*.json

Usage: qbusiness-policies access FILE... [options]

Options:
  --region REGION       ask about the application of this Region,
  --account-id ID       this account
  --application-id ID   and this ID (default: each one that the documents name,
                        else any application)
  --table               print every decision instead of sentences
  --json                print every decision as JSON

Exit status: 0 done, 2 wrong usage.
`;

const options = {
  region: { type: 'string' },
  'account-id': { type: 'string' },
  'application-id': { type: 'string' },
  table: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const access: CliCommand = {
  name: 'access',
  summary: 'say what a role can do and who can assume it',
  help,
  options,
  run: (args, terminal) => {
    const { values, positionals } = parseOptions(args, options, true);
    if (positionals.length === 0) throw new UsageError('Name the files with the documents');
    if (values.json && values.table) throw new UsageError('Choose one of --json and --table');
    const given = [
      readTarget('region', values.region),
      readTarget('accountId', values['account-id']),
      readTarget('applicationId', values['application-id']),
    ];
    const [region, accountId, applicationId] = given;
    const isGiven = region !== undefined && accountId !== undefined && applicationId !== undefined;
    if (!isGiven && given.some((value) => value !== undefined)) {
      throw new UsageError('--region, --account-id and --application-id go together');
    }
    const texts = positionals.map((path) => readFileArgument(path, terminal));
    const asked = isGiven && { region, accountId, applicationId, from: 'given' as const };
    const answer = accessTexts({
      texts,
      ...(asked && { applications: [{ ...asked, partition: partitionOfRegion(asked.region) }] }),
    });
    if (answer.reports.length + answer.resourcePolicies.length === 0) {
      throw new UsageError('The files hold no policy document');
    }
    if (values.json) terminal.write(printJson({ status: 'done', ...answer }));
    else if (values.table) terminal.write(printLines(tableOf(answer)));
    else {
      const sentences = accessSentences(answer);
      terminal.write(printLines(sentences.map((sentence) => `${sentence}\n`).join('')));
    }
    return 0;
  },
};

/** The answers as tab-separated values, for spreadsheets. */
function tableOf({ reports }: AccessReports): string {
  return reports
    .flatMap(({ role = '', application, actions, requesters }) => {
      const subject = [role, askedWords(application)];
      return [
        ...actions.map((row) => [
          ...subject,
          row.action,
          targetWords[row.target],
          verdictWords[row.verdict],
          reasonOf(row),
        ]),
        ...requesters.map((row) => [
          ...subject,
          'assume the role',
          row.label,
          verdictWords[row.verdict],
          reasonOf(row),
        ]),
      ];
    })
    .map((cells) => `${cells.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t')}\n`)
    .join('');
}

const reasonOf = ({ conditions, doubts, isRefused }: AccessRow | RequesterRow): string =>
  isRefused ? 'a Deny refuses it' : [...conditions, ...doubts].join('; or if ');
