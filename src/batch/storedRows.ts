import { setProperty } from '../syntax/jsonContainer';
import { formFieldOf } from '../qbusiness/form/formFields';
import {
  readRequestJson,
  type CleanedValue,
  type RequestJsonProblem,
} from '../qbusiness/form/requestJson';
import { beyondLimit, MAX_TEXT_LENGTH } from '../qbusiness/textLimits';
import { showNumber } from '../words/counts';
import { batchColumns, type BatchColumn, type BatchRow } from './batchRow';
import { cleanRow } from './cleanRow';
import { MAX_BATCH_ROWS } from './maxBatchRows';

/** A row as it is kept: the table gives it an ID. */
export type RowContent = Omit<BatchRow, 'id'>;

/** What was kept, as far as it can be read. */
export interface StoredRows {
  readonly rows: readonly RowContent[];
  /** What was passed over, by row and name: `rows.0.region`. */
  readonly problems: readonly RequestJsonProblem[];
  readonly cleaned: readonly CleanedValue[];
}

/**
 * The rows as JSON that `readStoredRows` reads again, in a draft, a link or the tab's storage: the
 * values under the names of the columns, as in a request. `line` belongs to a file and stays out.
 */
export const storableRows = (
  rows: readonly RowContent[],
): readonly Readonly<Record<string, unknown>>[] => rows.map(storableRow);

/** One of `storableRows`. */
export const storableRow = ({
  name,
  identityType,
  texts,
  others,
}: RowContent): Readonly<Record<string, unknown>> => ({
  ...others,
  ...(name !== '' && { name }),
  ...inOrder(texts),
  ...(identityType !== '' && { identityType }),
});

const places: ReadonlyMap<string, number> = new Map(
  batchColumns.map((column, index) => [column, index]),
);

/** The texts that say something, in the order of the columns: the same rows make the same link. */
const inOrder = (texts: BatchRow['texts']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .sort(([one], [other]) => (places.get(one) ?? 0) - (places.get(other) ?? 0)),
  );

/**
 * Reads rows that anybody may have written, cleaned of what cannot be seen. A text of a column is kept
 * whatever it says, since the table judges it in its cell. Nothing makes it throw.
 */
export function readStoredRows(json: unknown): StoredRows {
  if (!Array.isArray(json)) {
    return { rows: [], problems: [{ path: 'rows', message: 'A list is expected' }], cleaned: [] };
  }
  if (json.length > MAX_BATCH_ROWS) {
    const message = beyondLimit('The table', json.length, MAX_BATCH_ROWS, 'rows');
    return { rows: [], problems: [{ path: 'rows', message }], cleaned: [] };
  }
  const problems: RequestJsonProblem[] = [];
  const cleaned: CleanedValue[] = [];
  const rows = json.flatMap((record: unknown, index) => {
    const path = `rows.${index}`;
    if (!isRecord(record)) {
      problems.push({ path, message: 'An object is expected' });
      return [];
    }
    const read = readRow(record, path, problems, cleaned);
    const { row, changed } = cleanRow(read);
    for (const label of changed) {
      cleaned.push({
        path,
        label: `Row ${index + 1}, ${label}`,
        removed: ['invisible characters'],
      });
    }
    return [row];
  });
  return { rows, problems, cleaned };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readRow(
  record: Readonly<Record<string, unknown>>,
  path: string,
  problems: RequestJsonProblem[],
  cleaned: CleanedValue[],
): RowContent {
  const texts: Partial<Record<BatchColumn, string>> = {};
  const others: Record<string, unknown> = {};
  let name = '';
  let identityType = '';
  for (const [key, value] of Object.entries(record)) {
    const isText = key === 'name' || key === 'identityType' || places.has(key);
    if (!isText) {
      setProperty(others, key, value);
      continue;
    }
    const text = readText(value);
    if (typeof text !== 'string') problems.push({ path: `${path}.${key}`, message: text.message });
    else if (key === 'name') name = text;
    else if (key === 'identityType') identityType = text;
    else setProperty(texts, key, text);
  }
  return {
    name,
    texts,
    others: readOthers(others, path, problems, cleaned),
    identityType,
  };
}

function readText(value: unknown): string | { readonly message: string } {
  if (typeof value !== 'string') return { message: 'A text is expected' };
  return value.length > MAX_TEXT_LENGTH
    ? { message: `At most ${showNumber(MAX_TEXT_LENGTH)} characters` }
    : value;
}

/** Values without a column, as a request holds them. */
function readOthers(
  json: Readonly<Record<string, unknown>>,
  path: string,
  problems: RequestJsonProblem[],
  cleaned: CleanedValue[],
): Readonly<Record<string, unknown>> {
  const names = Object.keys(json);
  if (names.length === 0) return {};
  const read = readRequestJson(json);
  const values: Readonly<Record<string, unknown>> = { ...read.values };
  problems.push(...read.problems.map((one) => ({ ...one, path: `${path}.${one.path}` })));
  cleaned.push(...read.cleaned.map((one) => ({ ...one, path: `${path}.${one.path}` })));
  const refused = new Set(read.problems.map((one) => one.path.split('.')[0]));
  return Object.fromEntries(
    names
      .filter((one) => formFieldOf(one) !== undefined && !refused.has(one))
      .map((one) => [one, values[one]]),
  );
}
