import { auditTexts, type AuditedText, type AuditFinding } from '../../documents/auditTexts';
import { scopeWords } from '../../documents/auditScope';
import { sarifLog } from '../../documents/sarif';
import type { Severity } from '../../iam/lint/rule';
import { counted } from '../../words/counts';
import { saveRepair } from './auditRepair';
import { UsageError, type CliCommand, type Terminal } from '../command';
import { levels } from '../levels';
import { packageVersion } from '../packageVersion';
import { paint } from '../paint';
import { parseOptions } from '../parseOptions';
import { printJson, printLines } from '../printed';
import { readTarget } from '../readTarget';
import { suggestion } from '../../qbusiness/form/suggestion';
import { readFileArgument } from '../readFileArgument';

const help = `Finds what is wrong in policy documents: their JSON, their IAM and what Amazon Q Business asks for.
A FILE is a document, a page or script that holds documents, a template of CloudFormation or CDK,
Terraform's configuration, plan or state, or an answer of AWS, such as that of aws iam get-role,
get-role-policy, get-policy-version or get-account-authorization-details; "-" is standard input.
Files are read together: what they say about one role is compared.

Most often:
  qbusiness-policies audit policies/*.json

Usage: qbusiness-policies audit FILE... [options]

Options:
  --level LEVEL         error, security-warning, warning or suggestion (default: suggestion):
                        leaves out what is less grave
  --region REGION       the documents should be about this Region,
  --account-id ID       this account
  --application-id ID   and this application (repeatable)
  --role NAME           also show this role of an answer that lists many (a name or an ARN;
                        repeatable); else those that concern Amazon Q Business
  --all-roles           show every role
  --repair FOLDER       write the role's documents there, mended for the application that the
                        options name, and policies/update.sh, which saves what there is first
  --role-name NAME      the role to repair, as IAM calls it
  --force               replace files of FOLDER that differ
  --json                print the findings as JSON
  --sarif               print a SARIF 2.1.0 log, for code hosts

Exit status: 0 nothing was found, 1 something was found, 2 wrong usage.

Example:
  aws iam get-role --role-name MyRole | qbusiness-policies audit -
`;

const options = {
  level: { type: 'string' },
  region: { type: 'string' },
  'account-id': { type: 'string' },
  'application-id': { type: 'string', multiple: true },
  role: { type: 'string', multiple: true },
  'all-roles': { type: 'boolean' },
  repair: { type: 'string' },
  'role-name': { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
  sarif: { type: 'boolean' },
} as const;

export const audit: CliCommand = {
  name: 'audit',
  summary: 'find what is wrong in policy documents',
  help,
  options,
  run: (args, terminal) => {
    const { values, positionals } = parseOptions(args, options, true);
    if (positionals.length === 0) throw new UsageError('Name the files to audit');
    if (values.json && values.sarif) throw new UsageError('Choose one of --json and --sarif');
    const least = levels.findIndex(({ name }) => name === (values.level ?? 'suggestion'));
    if (least < 0) {
      const names = levels.map(({ name }) => name);
      const meant = suggestion(values.level ?? '', names);
      throw new UsageError(
        `There is no level “${values.level}”${meant === '' ? '.' : meant} The levels are ${names.join(', ')}`,
      );
    }
    if (values.repair === '') throw new UsageError('--repair needs the name of a folder');
    if (values.repair === undefined && (values.force || values['role-name'] !== undefined)) {
      throw new UsageError(`${values.force ? '--force' : '--role-name'} needs --repair`);
    }
    const shown = new Set(levels.slice(0, least + 1).map(({ severity }) => severity));

    const files = positionals.map((path) => ({ path, text: readFileArgument(path, terminal) }));
    const region = readTarget('region', values.region);
    const accountId = readTarget('accountId', values['account-id']);
    const applicationIds = values['application-id']?.map((id) => readTarget('applicationId', id));
    const { texts, roles, counts } = auditTexts({
      texts: files,
      scope: { roles: values['all-roles'] ? 'all' : (values.role ?? []) },
      expected: {
        saidBy: 'the command line',
        ...(region !== undefined && { region }),
        ...(accountId !== undefined && { accountId }),
        ...(applicationIds !== undefined && { applicationIds }),
      },
    });
    const audited = files.flatMap((file, i) => {
      const result = texts[i];
      return result ? [{ ...file, audited: atLeast(result, shown) }] : [];
    });
    const count = audited.reduce((sum, { audited: { findings } }) => sum + findings.length, 0);

    // A refusal stands alone: nothing is printed before it.
    const repaired =
      values.repair === undefined
        ? undefined
        : saveRepair(files, roles, {
            folder: values.repair,
            force: values.force ?? false,
            region,
            accountId,
            applicationIds,
            roleName: values['role-name'],
          });
    if (values.sarif) {
      terminal.write(printJson(sarifLog(audited, packageVersion())));
    } else if (values.json) {
      const report = audited.map(
        ({ path, audited: { documents, findings, omitted, remarks } }) => ({
          file: path,
          documents: documents.map(({ label, kind }) => ({ label, kind })),
          findings,
          omitted,
          remarks,
        }),
      );
      const answer = { status: 'done', files: report, roles, counts };
      terminal.write(printJson(answer));
    } else {
      for (const { path, audited: result } of audited) {
        terminal.write(lines(path, result, terminal));
        for (const remark of result.remarks) terminal.warn(`${path}: note: ${remark}\n`);
      }
      const scope = scopeWords(counts);
      if (scope !== undefined) terminal.note(`${scope}\n`);
      terminal.note(`${counted(count, 'finding')}\n`);
    }
    if (repaired !== undefined) terminal.note(repaired);
    return count === 0 ? 0 : 1;
  },
};

const atLeast = (audited: AuditedText, shown: ReadonlySet<Severity>): AuditedText => ({
  ...audited,
  findings: audited.findings.filter(({ severity }) => shown.has(severity)),
});

function lines(path: string, audited: AuditedText, terminal: Terminal): string {
  const { findings, omitted, documents } = audited;
  const more =
    omitted > 0
      ? [`${printLines(path)}: ${counted(omitted, 'more finding')}, none of them graver\n`]
      : [];
  return [...findings.map((finding) => lineOf(path, finding, documents, terminal)), ...more].join(
    '',
  );
}

const styles = {
  error: 'red',
  securityWarning: 'red',
  warning: 'yellow',
  suggestion: 'cyan',
} as const satisfies Readonly<Record<Severity, string>>;

/** One finding as a line, with its document if the file contains several. */
function lineOf(
  path: string,
  { line, column, severity, rule, message, document }: AuditFinding,
  documents: AuditedText['documents'],
  terminal: Terminal,
): string {
  const label = document === undefined ? undefined : documents[document]?.label;
  const about = documents.length > 1 && label !== undefined ? `${label}: ` : '';
  const name = levels.find((level) => level.severity === severity)?.name ?? severity;
  return `${printLines(path)}:${line}:${column}: ${paint(styles[severity], name, terminal)}: ${about}${message} ${paint('dim', `[${rule}]`, terminal)}\n`;
}
