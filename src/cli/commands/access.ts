import { accessTexts } from '../../documents/accessTexts';
import { accessSentences, decisionWords, targetWords } from '../../documents/accessWords';
import { partitionOfRegion } from '../../iam/arn';
import { exampleFormValues } from '../../qbusiness/examples';
import { UsageError, type CliCommand } from '../command';
import { parseOptions } from '../parseOptions';
import { readFileArgument } from '../readFileArgument';

const help = `Says what a role can do and who can assume it, from its documents: every known action of Amazon Q
Business on the application, another one, another account and another Region. A FILE is what
"audit" takes; "-" is standard input.

Most often:
  qbusiness-policies access policies/*.json

Usage: qbusiness-policies access FILE... [options]

Options:
  --region REGION       ask about the application of this Region,
  --account-id ID       this account
  --application-id ID   and this ID (default: the one that the documents name)
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
    const given = [values.region, values['account-id'], values['application-id']];
    const isSettingFixed = given.every((value) => value !== undefined);
    if (!isSettingFixed && given.some((value) => value !== undefined)) {
      throw new UsageError('--region, --account-id and --application-id go together');
    }
    const region = values.region ?? exampleFormValues.region;
    const accountId = values['account-id'] ?? exampleFormValues.accountId;
    const setting = {
      partition: partitionOfRegion(region),
      region,
      accountId,
      applicationId: values['application-id'] ?? exampleFormValues.applicationId,
    };
    const report = accessTexts({
      texts: positionals.map((path) => readFileArgument(path, terminal)),
      setting,
      isSettingFixed,
      roleArn: `arn:${setting.partition}:iam::${accountId}:role/the-role`,
    });
    if (report.documents.length === 0) throw new UsageError('The files hold no policy document');
    if (values.json) terminal.write(`${JSON.stringify({ status: 'done', ...report }, null, 2)}\n`);
    else if (values.table) terminal.write(tableOf(report));
    else
      terminal.write(
        accessSentences(report)
          .map((sentence) => `${sentence}\n`)
          .join(''),
      );
    return 0;
  },
};

/** Tab-separated, for spreadsheets. */
function tableOf({ actions, requesters }: ReturnType<typeof accessTexts>): string {
  return [
    ...actions.map(({ action, target, decision }) => [
      action,
      targetWords[target],
      decisionWords[decision],
    ]),
    ...requesters.map(({ label, decision }) => ['assume the role', label, decisionWords[decision]]),
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
}
