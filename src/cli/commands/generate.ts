import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { archive } from '../../exporters/archive';
import type { Artifact } from '../../exporters/artifact';
import { fingerprint } from '../../exporters/fingerprint';
import { policiesFolder } from '../../exporters/folder';
import { callers } from '../../qbusiness/callers';
import { draftRole } from '../../qbusiness/draft';
import { readRequestJson } from '../../qbusiness/form/requestJson';
import { UsageError, type CliCommand, type ExitCode, type Terminal } from '../command';
import { formOptions, isRecord, optionOf, requestOfOptions } from '../formOptions';
import { parseOptions } from '../parseOptions';
import { readFileArgument, reasonOf } from '../readFileArgument';

const help = `Usage: qbusiness-policies generate [values] [where to]

Writes the folder "policies": the same files, byte for byte, as the page's download.

Where to:
  --out DIR       put the folder "policies" into DIR (default: the current folder)
  --zip FILE      write one archive instead
  --stdout        print the files instead; with --only PATH, that file alone
  --only PATH     for example policies/apply.sh
  --json          report in JSON: the files with their SHA-256, or what is wrong

Values, each as on the page:
  --request FILE  a JSON object of values, "-" for standard input; options win over it
  --region us-east-1  --account-id 111122223333  --application-id ID
  --access-mode web-experience|api-only           (default: web-experience)
  --other-application ID                          (repeatable)
  --web-experience-id ID  --origin https://www.example.com  (repeatable)
  --include-web-experience
  --api-actions all|chat-sync
  --caller KIND  --caller-value NAME=VALUE        (repeatable; see below)
  --network-limit none|vpc-endpoint|vpc|ip-range
  --vpc-endpoint ID  --vpc ID  --ip-range CIDR    (repeatable)
  --role-name NAME  --policy-name NAME  --attachment inline|managed
  --path /PATH/  --description TEXT  --tag KEY=VALUE  (repeatable)
  --permissions-boundary ARN  --max-session-duration SECONDS

Callers and their values:
${callers.map(({ kind, fields }) => `  ${kind.padEnd(18)}${fields.map(({ name }) => name).join(', ')}`.trimEnd()).join('\n')}

Exit status: 0 done, 2 wrong usage or values that are not accepted.

Examples:
  qbusiness-policies generate --region us-east-1 --account-id 111122223333 \\
    --application-id a1b2c3d4-5678-90ab-cdef-example11111
  qbusiness-policies generate --request request.json --zip policies.zip
  qbusiness-policies generate --request request.json --access-mode api-only \\
    --caller lambda --caller-value functionName=my-chat-proxy --stdout --only policies/apply.sh
`;

const options = {
  ...formOptions,
  request: { type: 'string' },
  out: { type: 'string' },
  zip: { type: 'string' },
  stdout: { type: 'boolean' },
  only: { type: 'string' },
  json: { type: 'boolean' },
} as const;

interface Problem {
  readonly path: string;
  readonly label?: string;
  readonly message: string;
}

export const generate: CliCommand = {
  name: 'generate',
  summary: 'write the folder "policies" from values or a JSON request',
  help,
  run: (args, terminal) => {
    const { values } = parseOptions(args, options);
    const { request, out, zip, stdout, only, json, ...form } = values;
    if ([out, zip, stdout].filter((target) => target !== undefined).length > 1) {
      throw new UsageError('Choose one of --out, --zip and --stdout');
    }
    if (only !== undefined && !stdout) throw new UsageError('--only needs --stdout');

    const read = readRequestJson(
      requestOfOptions(form, request === undefined ? {} : readRequest(request, terminal)),
    );
    const draft = draftRole(read.values);
    const named = new Set(read.problems.map(({ path }) => path.split('.')[0]));
    const problems: readonly Problem[] = [
      ...read.problems,
      ...(draft.status === 'ready'
        ? []
        : draft.issues.filter(({ path }) => !named.has(path.split('.')[0]))),
    ];
    if (problems.length > 0 || draft.status !== 'ready') {
      return refuse(problems, json === true, terminal);
    }

    const all = policiesFolder(draft.template);
    const files = only === undefined ? all : all.filter(({ path }) => path === only);
    if (files.length === 0) {
      throw new UsageError(
        `There is no ${only}; there are ${all.map(({ path }) => path).join(', ')}`,
      );
    }
    if (!json) {
      for (const { path, label, message } of draft.cautions) {
        terminal.warn(`Look twice at ${nameOf({ path, label, message })}\n`);
      }
    }
    const report = {
      status: 'done',
      files: files.map((file) => ({
        path: file.path,
        sha256: fingerprint(file),
        ...(stdout && { contents: file.contents }),
      })),
      cautions: draft.cautions,
    };
    if (stdout) {
      if (!json) terminal.write(only === undefined ? withTitles(files) : contentsOf(files));
    } else if (zip !== undefined) {
      save(zip, archive(files));
    } else {
      for (const file of files) save(join(out ?? '.', file.path), file.contents, file.executable);
    }
    if (json) terminal.write(`${JSON.stringify(report, null, 2)}\n`);
    else if (!stdout)
      terminal.warn(`${files.length} files in ${zip ?? join(out ?? '.', 'policies')}\n`);
    return 0;
  },
};

function readRequest(name: string, terminal: Terminal): Readonly<Record<string, unknown>> {
  const source = readFileArgument(name, terminal);
  let request: unknown;
  try {
    request = JSON.parse(source);
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${reasonOf(error)}`);
  }
  if (!isRecord(request)) throw new UsageError(`${name} holds no JSON object`);
  return request;
}

function refuse(problems: readonly Problem[], json: boolean, terminal: Terminal): ExitCode {
  if (json) {
    const issues = problems.map(({ path, label, message }) => ({ path, label, message }));
    terminal.write(`${JSON.stringify({ status: 'refused', issues }, null, 2)}\n`);
  } else {
    for (const problem of problems) terminal.warn(`${nameOf(problem)}\n`);
    terminal.warn('Nothing was written. --help lists the values.\n');
  }
  return 2;
}

/** `Account ID (accountId, --account-id): 11 of 12 digits` */
function nameOf({ path, label, message }: Problem): string {
  const places = [path, optionOf(path)].filter((place) => place !== undefined && place !== '');
  const place = places.length === 0 ? '' : label ? ` (${places.join(', ')})` : places.join(', ');
  return `${label ?? ''}${place}: ${message}`;
}

function save(path: string, contents: string | Uint8Array, executable = false): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents, { mode: executable ? 0o755 : 0o644 });
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${reasonOf(error)}`);
  }
}

const withTitles = (files: readonly Artifact[]): string =>
  files.map(({ path, contents }) => `==> ${path} <==\n${contents}`).join('\n');

const contentsOf = (files: readonly Artifact[]): string =>
  files.map(({ contents }) => contents).join('');
