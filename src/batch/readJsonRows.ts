import { parseArn } from '../iam/arn';
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
  if (Array.isArray(value)) {
    const outputs = outputsOf({ Outputs: value });
    return { path: [], records: outputs === undefined ? value : [outputs], isCut: false };
  }
  if (!isRecord(value)) return { path: [], records: [], isCut: false };
  for (const name of ['applications', 'Applications', 'rows', 'Stacks']) {
    const list = value[name];
    if (!Array.isArray(list)) continue;
    const next = value['nextToken'] ?? value['NextToken'];
    return { path: [name], records: list, isCut: typeof next === 'string' && next !== '' };
  }
  const records = rowOfRecord(value) === undefined ? [] : [value];
  return { path: [], records, isCut: false };
}

/**
 * The outputs of a stack (`describe-stacks`) or of a root module (`terraform output -json`) by their
 * names; undefined for anything else. A stack lies in the Region and the account of its own ARN.
 */
function outputsOf(
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const { Outputs: list, StackId: stackId, StackName: name } = record;
  if (Array.isArray(list) && list.length > 0 && list.every(isOutput)) {
    const arn = typeof stackId === 'string' ? parseArn(stackId) : undefined;
    const outputs = Object.fromEntries(
      list.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
    );
    const columns = new Set(Object.keys(outputs).map(columnOfHeading));
    const hasArn = columns.has('arn');
    return {
      ...(name !== undefined && { name }),
      ...(arn && !hasArn && !columns.has('region') && { region: arn.region }),
      ...(arn && !hasArn && !columns.has('accountId') && { accountId: arn.account }),
      ...outputs,
    };
  }
  const entries = Object.entries(record);
  const isTerraform =
    entries.length > 0 &&
    entries.every(([, one]) => isRecord(one) && 'value' in one && 'sensitive' in one);
  return isTerraform
    ? Object.fromEntries(entries.map(([key, one]) => [key, isRecord(one) ? one['value'] : one]))
    : undefined;
}

const isOutput = (
  value: unknown,
): value is { readonly OutputKey: string; readonly OutputValue: unknown } =>
  isRecord(value) && typeof value['OutputKey'] === 'string' && 'OutputValue' in value;

function rowOfRecord(record: unknown): FoundRows['rows'][number] | undefined {
  if (!isRecord(record)) return undefined;
  const outputs = outputsOf(record);
  const texts: Partial<Record<BatchColumn, string>> = {};
  const others: Record<string, unknown> = {};
  const arns: string[] = [];
  let name = '';
  let identityType = '';
  for (const [key, value] of Object.entries(outputs ?? record)) {
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
    // Of outputs, most are of other things.
    else if (outputs === undefined && !listMembers.has(key)) setProperty(others, key, value);
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
