import { basename, dirname } from 'node:path';
import { runToEnd } from '../../iam/runToEnd';
import { batchArchive } from '../../batch/batchArchive';
import { batchFiles } from '../../batch/batchFiles';
import { judgeBatch, type JudgedBatch, type JudgedRow } from '../../batch/judgeRows';
import type { BatchRemark } from '../../batch/foundRows';
import { readBatch } from '../../batch/readRows';
import { optionOf } from '../formOptions';
import type { RoleFormValues } from '../../qbusiness/form/formValues';
import { UsageError, type ExitCode, type Terminal } from '../command';
import { saveFiles } from '../files/saveFiles';
import { printJson } from '../printed';
import { readFileArgument } from '../readFileArgument';

export interface BatchRequest {
  /** The path of a CSV or JSON file; `-` is standard input. */
  readonly file: string;
  /** The values that all rows share. */
  readonly shared: RoleFormValues;
  readonly skipBadRows: boolean;
  readonly out?: string | undefined;
  readonly zip?: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** Writes the files for many applications: the same bytes as the page's download. */
export function generateBatch(request: BatchRequest, terminal: Terminal): ExitCode {
  const { rows, remarks: read } = readBatch(readFileArgument(request.file, terminal));
  const judged = judgeBatch(rows, request.shared);
  const remarks = [...read, ...webExperienceRemarks(judged)];
  const bad = judged.rows.filter(
    ({ plan, leftOut }) => plan === undefined && leftOut === undefined,
  );
  const isPartial = bad.length > 0 || rows.length === 0 || remarks.some(({ isLoss }) => isLoss);
  const isRefused = judged.counts.ready === 0 || (!request.skipBadRows && isPartial);
  if (!isRefused) save(judged, request);
  if (request.json) {
    terminal.write(printJson(reportOf(judged, remarks, isRefused)));
  } else {
    sayWhat(judged, remarks, terminal);
  }
  if (isRefused) {
    if (!request.json) {
      terminal.warn(
        judged.counts.ready === 0
          ? 'Nothing was written: no row is ready.\n'
          : `Nothing was written. Correct ${bad.length > 0 ? 'these rows' : 'the file'}, or write what could be read with --skip-bad-rows.\n`,
      );
    }
    return 2;
  }
  if (!request.json) {
    terminal.note(`${judged.counts.ready} roles in ${request.zip ?? request.out ?? '.'}\n`);
  }
  return 0;
}

function save(judged: JudgedBatch, { out = '.', zip, force }: BatchRequest): void {
  if (zip !== undefined) {
    saveFiles(dirname(zip), [{ path: basename(zip), contents: archiveOf(judged) }], { force });
    return;
  }
  const encoder = new TextEncoder();
  const files = [...batchFiles(judged)].flat().map(({ path, contents, executable }) => ({
    path,
    contents: encoder.encode(contents),
    executable: executable === true,
  }));
  saveFiles(out, files, { force });
}

function archiveOf(judged: JudgedBatch): Uint8Array<ArrayBuffer> {
  try {
    return Buffer.concat(runToEnd(batchArchive(judged)));
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

/** Templates for many applications leave out what their README.md names, too. */
function webExperienceRemarks({ rows, counts }: JudgedBatch): readonly BatchRemark[] {
  const isAsked = rows.some(
    ({ plan }) => plan?.accessMode === 'web-experience' && plan.template.includeWebExperience,
  );
  return isAsked && counts.ready > 1
    ? [
        {
          message:
            'No web experience is created for many applications at once, because a stack has one Region: create each with its own form, once its role exists',
        },
      ]
    : [];
}

const stateOf = ({ plan, leftOut }: JudgedRow): 'ready' | 'left out' | 'refused' =>
  plan ? 'ready' : leftOut === undefined ? 'refused' : 'left out';

const reportOf = (judged: JudgedBatch, remarks: readonly BatchRemark[], isRefused: boolean) => ({
  status: isRefused ? 'refused' : 'done',
  counts: judged.counts,
  rows: judged.rows.map((judgedRow) => {
    const { row, values, notes, leftOut, plan } = judgedRow;
    return {
      ...(row.line !== undefined && { line: row.line }),
      state: stateOf(judgedRow),
      region: values.region,
      accountId: values.accountId,
      applicationId: values.applicationId,
      ...(plan && { roleName: plan.roleName }),
      ...(leftOut !== undefined && { because: leftOut }),
      errors: notes.filter(({ tone }) => tone === 'error'),
      cautions: notes.filter(({ tone }) => tone === 'caution'),
    };
  }),
  accounts: judged.accounts,
  remarks,
});

function sayWhat(
  { rows, accounts }: JudgedBatch,
  remarks: readonly BatchRemark[],
  terminal: Terminal,
): void {
  for (const { line, message, isLoss } of remarks) {
    (isLoss ? terminal.warn : terminal.note)(`${placeOf(line)}${message}\n`);
  }
  for (const { row, notes, leftOut } of rows) {
    const place = placeOf(row.line);
    if (leftOut !== undefined) terminal.note(`${place}left out. ${leftOut}\n`);
    for (const { tone, column, message } of notes) {
      const option = column === undefined ? undefined : optionOf(column);
      const cell =
        column === undefined ? '' : `${column}${option === undefined ? '' : ` (${option})`}: `;
      if (tone === 'error') terminal.warn(`${place}${cell}${message}\n`);
      else terminal.note(`${place}look twice at ${cell}${message}\n`);
    }
  }
  for (const { accountId, message } of accounts)
    terminal.note(`Account ${accountId}: ${message}\n`);
}

const placeOf = (line: number | undefined): string => (line === undefined ? '' : `Line ${line}: `);
