import { parseArn } from '../iam/arn';
import { recognise } from '../qbusiness/recognise/recognise';
import { setProperty } from '../syntax/jsonContainer';
import type { JsonPath } from '../syntax/jsonRanges';
import { parseJsonDocuments } from '../syntax/parseJson';
import type { BatchColumn, BatchRow } from './batchRow';
import { cleanRow } from './cleanRow';
import { columnOfHeading, isFormColumn, type FileColumn } from './columns';
import { MAX_BATCH_ROWS } from './maxBatchRows';
import { readDelimited, type DelimitedLine } from './readDelimited';

/** UTF-16 code units; more than any batch needs. */
export const MAX_BATCH_LENGTH = 32 * 1024 * 1024;

/** What a text came to. */
export interface ReadBatch {
  readonly rows: readonly BatchRow[];
  /** What was left out or could not be read, as sentences; with its line where there is one. */
  readonly remarks: readonly BatchRemark[];
}

export interface BatchRemark {
  readonly line?: number;
  readonly message: string;
}

type RowContent = Omit<BatchRow, 'id'>;

/**
 * Applications from a CSV or JSON file, cells of a spreadsheet, outputs of `list-applications`, ARNs
 * or stack outputs. Nothing makes it throw. No cell is changed but for the spaces around it and for
 * characters that nobody sees, of which a remark tells.
 */
export function readBatch(text: string): ReadBatch {
  if (text.length > MAX_BATCH_LENGTH) {
    return nothing(
      `The text has ${millions(text.length)} million characters; 32 million can be read`,
    );
  }
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const start = plain.trimStart();
  if (start === '') return nothing('The text is empty');
  const read = start.startsWith('{') || start.startsWith('[') ? readJson(plain) : readTable(plain);
  const result = read.rows.length > 0 || read.remarks.length > 0 ? read : readAnything(plain);
  const surplus = result.rows.length - MAX_BATCH_ROWS;
  const cleaned = result.rows.slice(0, MAX_BATCH_ROWS).map(cleanRow);
  return {
    rows: cleaned.map(({ row }, index) => ({ id: `${index + 1}`, ...row })),
    remarks: [
      ...result.remarks,
      ...cleaned.flatMap(({ row: { line }, changed }) =>
        changed.length === 0
          ? []
          : [
              {
                ...(line !== undefined && { line }),
                message: `Characters that cannot be seen were taken out: ${changed.join(', ')}`,
              },
            ],
      ),
      ...(surplus <= 0
        ? []
        : [{ message: `${surplus} rows were left out: a batch holds ${MAX_BATCH_ROWS} rows` }]),
    ],
  };
}

interface ReadRows {
  readonly rows: readonly RowContent[];
  readonly remarks: readonly BatchRemark[];
}

const nothing = (message: string): ReadBatch => ({ rows: [], remarks: [{ message }] });

const millions = (count: number): string => (count / 1_000_000).toFixed(1);

function readTable(text: string): ReadRows {
  const [head, ...lines] = readDelimited(text);
  if (!head) return { rows: [], remarks: [] };
  const columns = head.cells.map(columnOfHeading);
  if (columns.some((column) => column === 'applicationId' || column === 'arn')) {
    return readHeadedLines(columns, head, lines);
  }
  return readBareLines([head, ...lines]);
}

function readHeadedLines(
  columns: readonly (FileColumn | undefined)[],
  head: DelimitedLine,
  lines: readonly DelimitedLine[],
): ReadRows {
  const remarks: BatchRemark[] = [];
  const seen = new Set<string>();
  const used = columns.map((column, index) => {
    const heading = head.cells[index] ?? '';
    if (column === undefined) {
      if (heading !== '') {
        remarks.push({ line: head.line, message: `The column “${shown(heading)}” is left out` });
      }
      return undefined;
    }
    if (column !== 'arn' && seen.has(column)) {
      remarks.push({
        line: head.line,
        message: `The column “${shown(heading)}” is left out: an earlier column holds the same value`,
      });
      return undefined;
    }
    seen.add(column);
    return column;
  });
  const rows = lines.map(({ line, cells }) => {
    if (cells.length > head.cells.length && cells.slice(head.cells.length).some((c) => c !== '')) {
      remarks.push({
        line,
        message: `${cells.length} cells under ${head.cells.length} headings: quote a cell that holds the delimiter`,
      });
    }
    return rowOfCells(used, cells, line);
  });
  return { rows, remarks };
}

function rowOfCells(
  columns: readonly (FileColumn | undefined)[],
  cells: readonly string[],
  line: number,
): RowContent {
  const texts: Partial<Record<BatchColumn, string>> = {};
  let name = '';
  let identityType = '';
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column === undefined || cell === '') continue;
    if (column === 'arn') Object.assign(texts, { ...valuesOfArn(cell), ...texts });
    else if (column === 'name') name = cell;
    else if (column === 'identityType') identityType = cell;
    else if (isFormColumn(column)) texts[column] = cell;
  }
  return { line, name, texts, others: {}, identityType };
}

/** Region, account and application of an ARN; an ARN in the application column is split as well. */
function valuesOfArn(text: string): Partial<Record<BatchColumn, string>> {
  const arn = parseArn(text);
  const [kind, applicationId, below, webExperienceId] = arn?.resource.split('/') ?? [];
  if (arn?.service !== 'qbusiness' || kind !== 'application' || applicationId === undefined) {
    return { applicationId: text };
  }
  return {
    region: arn.region,
    accountId: arn.account,
    applicationId,
    ...(below === 'web-experience' && webExperienceId !== undefined && { webExperienceId }),
  };
}

const shapes: readonly (readonly [BatchColumn, RegExp])[] = [
  ['region', /^[a-z]{2}(?:-[a-z]+)+-\d$/],
  ['accountId', /^\d{9,12}$|^\d{4}-\d{4}-\d{4}$/],
  ['applicationId', /^(?=.*-)[A-Za-z0-9][A-Za-z0-9-]{35}$/],
];

/** Cells without headings are told by their form; other texts are names. */
function readBareLines(lines: readonly DelimitedLine[]): ReadRows {
  const rows: RowContent[] = [];
  for (const { line, cells } of lines) {
    const texts: Partial<Record<BatchColumn, string>> = {};
    const names: string[] = [];
    for (const cell of cells.slice(0, 50)) {
      if (cell === '') continue;
      if (cell.startsWith('arn:')) Object.assign(texts, valuesOfArn(cell));
      else {
        const column = shapes.find(([, shape]) => shape.test(cell.slice(0, 100)))?.[0];
        if (column === undefined) names.push(cell);
        else if (column === 'applicationId' && texts.applicationId !== undefined) {
          texts.webExperienceId = cell;
        } else texts[column] = cell;
      }
    }
    if (texts.applicationId !== undefined && texts.applicationId !== '') {
      rows.push({ line, name: names[0] ?? '', texts, others: {}, identityType: '' });
    }
  }
  // One cell a line may as well be a text of another kind.
  return rows.length === lines.length ? { rows, remarks: [] } : { rows: [], remarks: [] };
}

function readJson(text: string): ReadRows {
  const rows: RowContent[] = [];
  const remarks: BatchRemark[] = [];
  const lineAt = lineCounter(text);
  for (const document of parseJsonDocuments(text)) {
    const line = lineAt(document.start);
    for (const issue of document.issues.slice(0, 20)) {
      remarks.push({ line: lineOf(text, issue.start), message: issue.message });
    }
    const { path, records } = recordsOf(document.value);
    const places = document.ranges.at(path)?.children;
    for (const [index, record] of records.entries()) {
      const row = rowOfRecord(record);
      const place = places?.get(String(index));
      const at = place === undefined ? line : lineAt(place.value.start);
      if (row === undefined) {
        remarks.push({ line: at, message: 'The entry is left out: it names no application' });
      } else rows.push({ line: at, ...row });
    }
  }
  return { rows, remarks };
}

const lineOf = (text: string, offset: number): number => lineCounter(text)(offset);

/** Counts lines forward only, since places come in order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (
      let next = text.indexOf('\n', at);
      next >= 0 && next < offset;
      next = text.indexOf('\n', at)
    ) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list of a batch file, or the applications of `list-applications`. */
function recordsOf(value: unknown): {
  readonly path: JsonPath;
  readonly records: readonly unknown[];
} {
  if (Array.isArray(value)) return { path: [], records: value };
  if (!isRecord(value)) return { path: [], records: [] };
  for (const name of ['applications', 'Applications', 'rows']) {
    const list = value[name];
    if (Array.isArray(list)) return { path: [name], records: list };
  }
  return { path: [], records: rowOfRecord(value) === undefined ? [] : [value] };
}

function rowOfRecord(record: unknown): RowContent | undefined {
  if (!isRecord(record)) return undefined;
  const texts: Partial<Record<BatchColumn, string>> = {};
  const others: Record<string, unknown> = {};
  let name = '';
  let identityType = '';
  for (const [key, value] of Object.entries(record)) {
    const column = columnOfHeading(key);
    const text =
      typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
    if (column === 'arn' && text !== undefined)
      Object.assign(texts, { ...valuesOfArn(text), ...texts });
    else if (column === 'name') name = text ?? '';
    else if (column === 'identityType') identityType = text ?? '';
    else if (column !== undefined && isFormColumn(column) && text !== undefined)
      texts[column] = text;
    else if (!listMembers.has(key)) setProperty(others, key, value);
  }
  if (texts.applicationId === undefined) return undefined;
  return { name, texts, others, identityType };
}

/** What `list-applications` and `get-application` tell beside what the form asks. */
const listMembers: ReadonlySet<string> = new Set([
  'createdAt',
  'updatedAt',
  'status',
  'quickSightConfiguration',
  'error',
  'iamIdentityProviderArn',
  'identityCenterApplicationArn',
  'clientIdsForOIDC',
  'autoSubscriptionConfiguration',
  'personalizationConfiguration',
  'qAppsConfiguration',
  'encryptionConfiguration',
  'attachmentsConfiguration',
  'roleArn',
]);

/** ARNs in any text, stack outputs, tables of the AWS CLI: what the paste field understands. */
function readAnything(text: string): ReadRows {
  const { candidates, refusals } = recognise(text);
  const rows = candidates
    .filter(({ values }) => values.applicationId !== undefined)
    .map(({ values, name = '', warnings }): RowContent => {
      const { region, accountId, applicationId, webExperienceId } = values;
      return {
        name,
        texts: {
          ...(region !== undefined && { region }),
          ...(accountId !== undefined && { accountId }),
          ...(applicationId !== undefined && { applicationId }),
          ...(webExperienceId !== undefined && { webExperienceId }),
        },
        others: {},
        identityType: identityTypeIn(warnings),
      };
    });
  const remarks = refusals.map((message) => ({ message }));
  return rows.length > 0 || remarks.length > 0
    ? { rows, remarks }
    : {
        rows,
        remarks: [
          {
            message:
              'No application found. Paste the output of aws qbusiness list-applications, ARNs, stack outputs, or a CSV with the columns region, accountId, applicationId',
          },
        ],
      };
}

/** The recogniser's warning names the identity type of an application that is not anonymous. */
const identityTypeIn = (warnings: readonly string[]): string =>
  warnings.map((warning) => /\bAWS_[A-Z_]+\b/.exec(warning)?.[0]).find((type) => type) ?? '';

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
