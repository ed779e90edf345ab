import { setProperty } from '../syntax/jsonContainer';
import type { JsonPath } from '../syntax/jsonRanges';
import { parseJsonDocuments } from '../syntax/parseJson';
import type { BatchColumn } from './batchRow';
import { columnOfHeading, isFormColumn } from './columns';
import { valuesOfArn, withArns, type BatchRemark, type FoundRows } from './foundRows';

/** Applications of a JSON file, or of outputs of the AWS CLI one after the other. */
export function readJsonRows(text: string): FoundRows {
  const rows: FoundRows['rows'][number][] = [];
  let isDamaged = false;
  const remarks: BatchRemark[] = [];
  const lineAt = lineCounter(text);
  for (const document of parseJsonDocuments(text)) {
    const line = lineAt(document.start);
    for (const issue of document.issues.slice(0, 20)) {
      isDamaged = true;
      remarks.push({ line: lineOf(text, issue.start), message: issue.message });
    }
    const { path, records, isCut } = recordsOf(document.value);
    if (isCut) {
      remarks.push({
        line,
        message: 'The list is incomplete: its nextToken says that there are more applications',
      });
    }
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
  return { rows, remarks, ...(isDamaged && { isDamaged }) };
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
  /** There is more of the list elsewhere. */
  readonly isCut: boolean;
} {
  if (Array.isArray(value)) return { path: [], records: value, isCut: false };
  if (!isRecord(value)) return { path: [], records: [], isCut: false };
  for (const name of ['applications', 'Applications', 'rows']) {
    const list = value[name];
    if (!Array.isArray(list)) continue;
    const next = value['nextToken'] ?? value['NextToken'];
    return { path: [name], records: list, isCut: typeof next === 'string' && next !== '' };
  }
  const records = rowOfRecord(value) === undefined ? [] : [value];
  return { path: [], records, isCut: false };
}

function rowOfRecord(record: unknown): FoundRows['rows'][number] | undefined {
  if (!isRecord(record)) return undefined;
  const texts: Partial<Record<BatchColumn, string>> = {};
  const others: Record<string, unknown> = {};
  const arns: string[] = [];
  let name = '';
  let identityType = '';
  for (const [key, value] of Object.entries(record)) {
    // An empty cell of a table that was printed as JSON.
    if (value === null) continue;
    const column = columnOfHeading(key);
    const text =
      typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
    const isArn = text !== undefined && valuesOfArn(text) !== undefined;
    if (text !== undefined && (column === 'arn' || (column === 'applicationId' && isArn))) {
      arns.push(text);
    } else if (column === 'name') name = text ?? '';
    else if (column === 'identityType') identityType = text ?? '';
    else if (column !== undefined && isFormColumn(column) && text !== undefined)
      texts[column] = text;
    else if (!listMembers.has(key)) setProperty(others, key, value);
  }
  const all = withArns(texts, arns);
  return all.applicationId === undefined ? undefined : { name, texts: all, others, identityType };
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
