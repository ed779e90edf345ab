/** One item in an output of the AWS CLI, with those of its members that are used. */
export interface CliRecord {
  readonly members: Readonly<Partial<Record<CliMember, string>>>;
  readonly origins: readonly string[];
  readonly start: number;
  readonly end: number;
}

const cliMembers = [
  'displayName',
  'applicationId',
  'applicationArn',
  'identityType',
  'status',
  'webExperienceId',
  'webExperienceArn',
  'defaultEndpoint',
  'roleArn',
  'createdAt',
  'updatedAt',
  'UserId',
  'Account',
  'Arn',
] as const;

export type CliMember = (typeof cliMembers)[number];

const isMember = (name: string): name is CliMember => cliMembers.some((member) => member === name);

interface Pair {
  readonly name: CliMember;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const names = cliMembers.join('|');
const jsonPair = new RegExp(
  `"(?<name>${names})"[ \\t]*:\\s*"(?<value>(?:[^"\\\\\\n]|\\\\.)*)"`,
  'g',
);
const yamlPair = new RegExp(`^[ \\t]*(?:- )*(?<name>${names}):[ \\t](?<value>[^\\n]*)$`, 'gm');
const tablePair = new RegExp(
  `^\\|+[ \\t]+(?<name>${names})[ \\t]*\\|(?<value>[^|\\n]*)\\|+[ \\t]*$`,
  'gm',
);

/** Members as JSON, YAML or a table of two columns print them, one record per item. */
export function readCliRecords(text: string): readonly CliRecord[] {
  const pairs = [jsonPair, yamlPair, tablePair]
    .flatMap((form) => [...text.matchAll(form)])
    .flatMap((match): Pair[] => {
      const name = match.groups?.['name'] ?? '';
      if (!isMember(name)) return [];
      const value = withoutQuotes(match.groups?.['value'] ?? '');
      return [{ name, value, start: match.index, end: match.index + match[0].length }];
    })
    .sort((a, b) => a.start - b.start);
  const groups: Pair[][] = [];
  for (const pair of pairs) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const isNew =
      before === undefined ||
      group?.some(({ name }) => name === pair.name) ||
      leavesItem(text.slice(before.end, pair.end));
    if (isNew) groups.push([pair]);
    else group?.push(pair);
  }
  return [
    ...groups.map((group, index) => toRecord(text, group, groups[index + 1])),
    ...readWideTables(text),
  ];
}

function toRecord(
  text: string,
  pairs: readonly Pair[],
  next: readonly Pair[] | undefined,
): CliRecord {
  const start = pairs[0]?.start ?? 0;
  const last = pairs.at(-1)?.end ?? start;
  const until = next?.[0]?.start ?? text.length;
  const list = readOrigins(text.slice(start, until));
  return {
    members: Object.fromEntries(pairs.map(({ name, value }) => [name, value])),
    origins: list.origins,
    start,
    end: Math.max(last, start + list.end),
  };
}

/** Whether what stands between two members closes an object, begins a list item or another table. */
function leavesItem(gap: string): boolean {
  let depth = 0;
  for (const sign of gap) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth < 0) return true;
  }
  return /\n[ \t]*- [^\n]*$/.test(gap) || /\n[ \t]*\n|\n---/.test(gap);
}

const originsList =
  /(?:"origins"\s*:\s*\[(?<json>[^[\]]*)\]|^[ \t]*origins:[ \t]*\n(?<yaml>(?:[ \t]*- [^\n]*(?:\n|$))*)|^\|+[ \t]+origins[ \t]*\|+[ \t]*\n(?<table>(?:\|[^\n]*(?:\n|$))*))/m;

function readOrigins(text: string): { readonly origins: readonly string[]; readonly end: number } {
  const match = originsList.exec(text);
  if (!match) return { origins: [], end: 0 };
  const { json, yaml, table } = match.groups ?? {};
  const list = json ?? yaml ?? table ?? '';
  return {
    origins: [...list.matchAll(/https?:\/\/[^\s"',|\]]+/g)].map(([origin]) => origin),
    end: match.index + match[0].length,
  };
}

/** Tables of several items: a line of names, and a line of values for each item. */
function readWideTables(text: string): readonly CliRecord[] {
  const records: CliRecord[] = [];
  let columns: readonly string[] = [];
  for (const { 0: line, index: start } of text.matchAll(/^\|[^\n]*/gm)) {
    if (/^\|+[+-]/.test(line)) continue;
    const cells = line
      .trimEnd()
      .replace(/^\|+|(?<!\|)\|+$/g, '')
      .split('|')
      .map((cell) => cell.trim());
    if (cells.filter((cell) => isMember(cell)).length > 1) columns = cells;
    else if (cells.length !== columns.length || cells.length < 2) columns = [];
    else {
      const members = Object.fromEntries(
        columns.flatMap((name, index) => (isMember(name) ? [[name, cells[index] ?? '']] : [])),
      );
      records.push({ members, origins: [], start, end: start + line.length });
    }
  }
  return records;
}

/** YAML puts quotes around texts that could be numbers or dates. */
function withoutQuotes(value: string): string {
  const text = value.trim();
  const quoted = /^'(.*)'$/.exec(text)?.[1] ?? /^"(.*)"$/.exec(text)?.[1];
  return quoted ?? text;
}
