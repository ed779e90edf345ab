import { parseArn } from '../iam/arn';
import { setProperty } from '../syntax/jsonContainer';
import { JsonRanges, type JsonPath } from '../syntax/jsonRanges';
import { jsonIssueMessages } from '../syntax/jsonIssue';
import { parseJsonDocuments } from '../syntax/parseJson';
import { parseYaml } from '../syntax/parseYaml';
import type { BatchColumn } from './batchRow';
import { columnOfHeading, isFormColumn, namesApplication } from './columns';
import { joinTexts, valuesOfArn, withArns, type BatchRemark, type FoundRows } from './foundRows';

/** Applications of a JSON file, or of outputs of the AWS CLI one after the other. */
export function readJsonRows(text: string): FoundRows {
  const documents = parseJsonDocuments(text);
  const issues = documents
    .flatMap((document) => document.issues.slice(0, MAX_ISSUES))
    .sort((a, b) => a.start - b.start);
  const { rows, remarks } = rowsOfDocuments(text, documents);
  const lineAt = lineCounter(text);
  return {
    rows,
    remarks: [
      ...issues.map(({ start, message }): BatchRemark => ({
        line: lineAt(start),
        message,
        isLoss: true,
      })),
      ...remarks,
    ],
    ...(issues.length > 0 && { isDamaged: true }),
  };
}

/** Deviations from JSON that are told of one document. */
const MAX_ISSUES = 20;

/** A key as YAML writes it. */
const yamlKey = /^[ \t-]*["']?([A-Za-z_][A-Za-z_-]*)["']?:(?:\s|$)/gm;

/** Whether YAML may hold applications or outputs of a stack: prose is valid YAML, too. */
function hasRecords(text: string): boolean {
  for (const [, key = ''] of text.matchAll(yamlKey)) {
    if (key === 'OutputKey' || namesApplication(key)) return true;
  }
  return false;
}

/** The same in YAML, as the AWS CLI prints it with `--output yaml` or `yaml-stream`; none of other texts. */
export function readYamlRows(text: string): FoundRows {
  const documents = hasRecords(text) ? parseYaml(text, { numbersAsText: true }) : undefined;
  const { rows, remarks } = rowsOfDocuments(
    text,
    (documents ?? []).map(({ value, node }) => ({
      value,
      ranges: new JsonRanges(node),
      start: node.value.start,
    })),
  );
  const lineAt = lineCounter(text);
  const repeated = (documents ?? []).flatMap(({ repeatedKeys }) => repeatedKeys);
  return {
    rows,
    remarks: [
      ...repeated.slice(0, MAX_ISSUES).map(({ start }): BatchRemark => ({
        line: lineAt(start),
        message: jsonIssueMessages['duplicate-key'],
        isLoss: true,
      })),
      ...remarks,
    ],
  };
}

interface ReadDocument {
  readonly value: unknown;
  readonly ranges: JsonRanges;
  readonly start: number;
}

/** @param documents in the order of the text */
function rowsOfDocuments(text: string, documents: readonly ReadDocument[]): FoundRows {
  const rows: FoundRows['rows'][number][] = [];
  const remarks: BatchRemark[] = [];
  const lineAt = lineCounter(text);
  for (const document of documents) {
    const line = lineAt(document.start);
    const { lists, isCut } = listsOf(document.value);
    if (isCut) {
      remarks.push({
        line,
        message: 'The list is incomplete: its nextToken says that there are more applications',
      });
    }
    for (const { path, records } of lists) {
      const places = document.ranges.at(path)?.children;
      for (const [index, record] of records.entries()) {
        const row = rowOfRecord(record);
        const place = places?.get(String(index));
        const at = place === undefined ? line : lineAt(place.value.start);
        if (row === undefined) {
          remarks.push({
            line: at,
            message: 'The entry is left out: it names no application',
            // Most stacks of an account have nothing to do with an application.
            ...(path[0] !== 'Stacks' && !isStack(record) && { isLoss: true }),
          });
        } else rows.push({ line: at, ...row });
      }
    }
  }
  return { rows, remarks };
}

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

interface RecordList {
  readonly path: JsonPath;
  readonly records: readonly unknown[];
}

interface RecordLists {
  readonly lists: readonly RecordList[];
  /** There is more of the list elsewhere. */
  readonly isCut: boolean;
}

/** The list of a batch file, the applications of `list-applications`, or those of its pages. */
function listsOf(value: unknown): RecordLists {
  if (Array.isArray(value)) {
    const outputs = outputsOf({ Outputs: value });
    if (outputs !== undefined) return { lists: [{ path: [], records: [outputs] }], isCut: false };
    const pages = value.map(listIn);
    if (pages.length === 0 || pages.includes(undefined)) {
      return { lists: [{ path: [], records: value }], isCut: false };
    }
    return {
      lists: pages.flatMap((page, index) =>
        page === undefined ? [] : [{ path: [index, ...page.path], records: page.records }],
      ),
      isCut: pages.at(-1)?.isCut === true,
    };
  }
  const list = listIn(value);
  if (list !== undefined) return { lists: [list], isCut: list.isCut };
  const isRow = isRecord(value) && rowOfRecord(value) !== undefined;
  return { lists: isRow ? [{ path: [], records: [value] }] : [], isCut: false };
}

/** The list that an output of the AWS CLI, or a page of one, holds. */
function listIn(value: unknown): (RecordList & { readonly isCut: boolean }) | undefined {
  if (!isRecord(value)) return undefined;
  for (const name of ['applications', 'Applications', 'rows', 'Stacks']) {
    const records = value[name];
    if (!Array.isArray(records)) continue;
    const next = value['nextToken'] ?? value['NextToken'];
    return { path: [name], records, isCut: typeof next === 'string' && next !== '' };
  }
  return undefined;
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

const isStack = (record: unknown): boolean =>
  isRecord(record) && (typeof record['StackId'] === 'string' || outputsOf(record) !== undefined);

/** An application's ID or ARN, as `--query 'applications[].applicationId'` lists them. */
function rowOfText(text: string): FoundRows['rows'][number] | undefined {
  const isId = /^(?=.*-)[A-Za-z0-9][A-Za-z0-9-]{35}$/.test(text);
  if (!isId && valuesOfArn(text) === undefined) return undefined;
  const texts = isId ? { applicationId: text } : withArns({}, [text]);
  return { name: '', texts, others: {}, identityType: '' };
}

function rowOfRecord(record: unknown): FoundRows['rows'][number] | undefined {
  if (typeof record === 'string') return rowOfText(record);
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
    else if (column === 'identityType') identityType = joinTexts(identityType, text ?? '');
    else if (column !== undefined && isFormColumn(column) && text !== undefined)
      texts[column] = joinTexts(texts[column] ?? '', text);
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
