import { basename, dirname, join } from 'node:path';
import { ownValues } from '../../batch/batchRow';
import { archive } from '../../exporters/archive';
import type { Artifact } from '../../exporters/artifact';
import { fingerprint } from '../../exporters/fingerprint';
import { policiesFolder } from '../../exporters/folder';
import { FOLDER } from '../../exporters/policyDocuments';
import type { RoleFormValues } from '../../qbusiness/form/formValues';
import { valueAt } from '../../qbusiness/form/settleRequest';
import type { RoleRequest } from '../../qbusiness/request';
import { UsageError, type CliCommand, type ExitCode, type Terminal } from '../command';
import { describeFormOptions, formOptions, optionOf } from '../formOptions';
import { generateBatch } from './generateBatch';
import { saveFiles, type FileOutcome, type WantedFile } from '../files/saveFiles';
import { staleFiles } from '../files/staleFiles';
import { parseOptions } from '../parseOptions';
import { printJson } from '../printed';
import { readFileArgument } from '../readFileArgument';
import { readRequest, type ValueRemark } from '../readRequest';

const help = `Writes the folder "policies": the same files, byte for byte, as the page's download.

Most often:
  qbusiness-policies generate --region us-east-1 --account-id 111122223333 \\
    --application-id a1b2c3d4-5678-90ab-cdef-example11111

Usage: qbusiness-policies generate [values] [where to]

Where to:
  --out DIR       put the folder "policies" into DIR (default: the current folder)
  --zip FILE      write one archive instead
  --stdout        print the files instead; with --only PATH, that file alone
  --only PATH     for example policies/apply.sh
  --batch FILE    many applications: a CSV or JSON file, "-" for standard input, one application a
                  row; what a row leaves empty comes from the values below
  --skip-bad-rows write the other rows where some are refused
  --force         replace files that are there and differ, and remove the files of an earlier run
                  that no longer belong and are as that run wrote them
  --json          report in JSON: the files with their SHA-256, or what is wrong
  --quiet         print neither cautions nor counts
  --request FILE  a JSON object of values, "-" for standard input; options win over it

${describeFormOptions()}
Exit status: 0 done, 2 wrong usage, or values or files that are not accepted.

Examples:
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
  force: { type: 'boolean' },
  json: { type: 'boolean' },
  batch: { type: 'string' },
  'skip-bad-rows': { type: 'boolean' },
} as const;

type OptionValues = ReturnType<typeof parseOptions<typeof options>>['values'];

export const generate: CliCommand = {
  name: 'generate',
  summary: 'write the folder "policies" from values or a JSON request',
  help,
  options,
  run: (args, terminal) => {
    const { values } = parseOptions(args, options);
    const { request, out, zip, stdout, only, force = false, json, batch, ...rest } = values;
    const { 'skip-bad-rows': skipBadRows = false, ...form } = rest;
    checkUsage(values);

    const {
      values: shared,
      draft,
      conflicts,
      problems,
      notes,
    } = readRequest(
      form,
      request === undefined
        ? undefined
        : {
            name: request === '-' ? 'Standard input' : request,
            text: readFileArgument(request, terminal),
          },
    );
    if (!json) for (const note of notes) terminal.note(`Note: ${nameOf(note)}\n`);
    if (batch !== undefined) {
      if (conflicts.length > 0) return refuse(conflicts, json === true, terminal);
      checkShared(shared);
      return generateBatch(
        {
          file: batch,
          shared,
          skipBadRows,
          out,
          zip,
          force,
          json: json === true,
        },
        terminal,
      );
    }
    if (problems.length > 0 || draft.status !== 'ready') {
      return refuse(problems, json === true, terminal);
    }

    const files = filesOf(draft.template, only);
    if (!json) {
      for (const { path, label, message } of draft.cautions) {
        terminal.note(`Look twice at ${nameOf({ path, label, message })}\n`);
      }
    }
    const saved = stdout
      ? undefined
      : zip === undefined
        ? saveFolder(out ?? '.', files, force)
        : saveArchive(zip, files, force);
    if (json) {
      const { cautions } = draft;
      const listed = listedFiles(files, saved);
      const replaced = saved && { removed: saved.removed, left: saved.left };
      terminal.write(printJson({ status: 'done', files: listed, ...replaced, cautions, notes }));
    } else if (saved) {
      terminal.note(`${summaryOf(saved)}\n`);
    } else {
      terminal.write(only === undefined ? withTitles(files) : contentsOf(files));
    }
    return 0;
  },
};

/** @throws UsageError for options that exclude each other, or need another one. */
function checkUsage(values: OptionValues): void {
  const { out, zip, stdout = false, only, force, batch, request } = values;
  const targets = [out, zip, stdout || undefined].filter((target) => target !== undefined);
  if (targets.length > 1) throw new UsageError('Choose one of --out, --zip and --stdout');
  if (out === '' || zip === '') throw new UsageError('--out and --zip need a name');
  if (out === '-' || zip === '-') {
    throw new UsageError(
      '--out and --zip need a name: “-” is none, and a file of this name is ./-',
    );
  }
  if (force && stdout) throw new UsageError('--force writes nothing over with --stdout');
  if (only !== undefined && !stdout) throw new UsageError('--only needs --stdout');
  if (values['skip-bad-rows'] && batch === undefined) {
    throw new UsageError('--skip-bad-rows needs --batch');
  }
  if (batch !== undefined && stdout) {
    throw new UsageError('--batch writes a folder or --zip, not --stdout');
  }
  if (batch === '-' && request === '-') {
    throw new UsageError('Only one of --batch and --request can be standard input');
  }
}

/** @throws UsageError for a value of one application, which rows do not share. */
function checkShared(shared: RoleFormValues): void {
  const own = Object.entries(ownValues).flatMap(([name, empty]) =>
    JSON.stringify(valueAt(shared, name)) === JSON.stringify(empty) ? [] : [name],
  );
  const [first] = own;
  if (first === undefined) return;
  throw new UsageError(
    `${own.map((name) => optionOf(name) ?? name).join(', ')} ${own.length === 1 ? 'belongs' : 'belong'} to one application, and --batch has many: give ${own.length === 1 ? 'it' : 'them'} in the rows`,
  );
}

/** @throws UsageError if the only wanted file is none of the folder. */
function filesOf(template: RoleRequest, only: string | undefined): readonly Artifact[] {
  const all = policiesFolder(template);
  const files = only === undefined ? all : all.filter(({ path }) => path === only);
  if (files.length === 0) {
    throw new UsageError(
      `There is no ${only}; there are ${all.map(({ path }) => path).join(', ')}`,
    );
  }
  return files;
}

/** The files for a report as JSON; with their contents where they were not saved. */
const listedFiles = (files: readonly Artifact[], saved: Saved | undefined) =>
  files.map((file, index) => ({
    path: file.path,
    sha256: fingerprint(file),
    ...(saved?.outcomes[index] && { outcome: saved.outcomes[index] }),
    ...(!saved && { contents: file.contents }),
  }));

interface Saved {
  readonly place: string;
  /** What happened to each file; empty for an archive. */
  readonly outcomes: readonly FileOutcome[];
  /** Stale files of an earlier run: removed if unchanged, else kept. */
  readonly removed: readonly string[];
  readonly left: readonly string[];
}

function saveFolder(folder: string, files: readonly Artifact[], force: boolean): Saved {
  const stale = staleFiles(folder, new Set(files.map(({ path }) => path)));
  const removed = stale.filter(({ isOurs }) => isOurs).map(({ path }) => path);
  const outcomes = saveFiles(folder, files.map(bytesOf), { force, remove: removed });
  return {
    place: join(folder, FOLDER),
    outcomes,
    removed,
    left: stale.filter(({ isOurs }) => !isOurs).map(({ path }) => path),
  };
}

function saveArchive(path: string, files: readonly Artifact[], force: boolean): Saved {
  const file: WantedFile = { path: basename(path), contents: archive(files) };
  saveFiles(dirname(path), [file], { force });
  return { place: path, outcomes: [], removed: [], left: [] };
}

const bytesOf = ({ path, contents, executable }: Artifact): WantedFile => ({
  path,
  contents: new TextEncoder().encode(contents),
  executable: executable === true,
});

function summaryOf({ place, outcomes, removed, left }: Saved): string {
  const counts = (['created', 'replaced', 'unchanged'] as const).flatMap((outcome) => {
    const count = outcomes.filter((one) => one === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return [
    counts.length === 0 ? place : `${place}: ${counts.join(', ')}`,
    ...removed.map((path) => `Removed ${path}: an earlier run wrote it, and it no longer belongs`),
    ...left.map((path) => `Left ${path}: an earlier run wrote it, and it was changed since`),
  ].join('\n');
}

function refuse(problems: readonly ValueRemark[], json: boolean, terminal: Terminal): ExitCode {
  if (json) {
    const issues = problems.map(({ path, label, message }) => ({ path, label, message }));
    terminal.write(printJson({ status: 'refused', issues }));
  } else {
    for (const problem of problems) terminal.warn(`${nameOf(problem)}\n`);
    terminal.warn('Nothing was written. --help lists the values.\n');
  }
  return 2;
}

/** `Account ID (accountId, --account-id): 11 of 12 digits` */
function nameOf({ path, label, message }: ValueRemark): string {
  const places = [path, optionOf(path)].filter((place) => place !== undefined && place !== '');
  const place = places.length === 0 ? '' : label ? ` (${places.join(', ')})` : places.join(', ');
  return `${label ?? ''}${place}: ${message}`;
}

const withTitles = (files: readonly Artifact[]): string =>
  files.map(({ path, contents }) => `==> ${path} <==\n${contents}`).join('\n');

const contentsOf = (files: readonly Artifact[]): string =>
  files.map(({ contents }) => contents).join('');
