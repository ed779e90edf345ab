import { cutText, showInLine } from '../iam/unseenCharacters';
import { counted } from '../words/counts';
import { columnLabel, type BatchColumn } from './batchRow';
import {
  columnOfHeading,
  isFormColumn,
  namesApplication,
  namesOtherValue,
  type FileColumn,
} from './columns';
import { joinTexts, valuesOfArn, withArns, type BatchRemark, type FoundRows } from './foundRows';
import {
  delimiters,
  misquotedLine,
  readDelimited,
  type DelimitedLine,
  type Delimiter,
} from './readDelimited';

type RowContent = FoundRows['rows'][number];

const nothing: FoundRows = { rows: [], remarks: [] };

/** Applications of a CSV file or of cells copied from a spreadsheet; none of a text of another kind. */
export function readTable(text: string): FoundRows {
  const head = findHead(text);
  return head ? readHeadedLines(head, text) : readBareLines(text);
}

/** Where the headings stand. */
interface Head {
  readonly delimiter: Delimiter;
  /** Lines with text above it: a title, or what a spreadsheet says of its delimiter. */
  readonly above: number;
  readonly columns: readonly (FileColumn | undefined)[];
}

const mostAbove = 5;
/** Characters in which the headings are looked for. */
const headLength = 20_000;

/** The line that names an application's column, read with the delimiter that makes most of it. */
function findHead(text: string): Head | undefined {
  // A table that the AWS CLI drew is read elsewhere.
  if (/^\s*[-+]{5}/.test(text)) return undefined;
  const start = text.slice(0, headLength);
  const known = ({ columns }: Head): number => columns.filter((one) => one !== undefined).length;
  let best: Head | undefined;
  for (const delimiter of delimiters) {
    const lines = readDelimited(start, delimiter).slice(0, mostAbove + 1);
    const above = lines.findIndex(({ cells }) => isHead(cells));
    if (above < 0) continue;
    const columns = (lines[above]?.cells ?? []).map(columnOfHeading);
    const head = { delimiter, above, columns };
    if (best === undefined || known(head) > known(best)) best = head;
  }
  return best;
}

const isHead = (cells: readonly string[]): boolean =>
  !cells.some(isValue) && cells.some(namesApplication);

/** A cell that no heading looks like. */
const isValue = (cell: string): boolean => shapeOf(cell) !== undefined;

/** What Markdown draws below its headings. */
const isRule = ({ cells }: DelimitedLine): boolean =>
  cells.every((cell) => /^:?-*:?$/.test(cell)) && cells.some((cell) => cell.includes('--'));

function readHeadedLines({ delimiter, above, columns }: Head, text: string): FoundRows {
  const all = readDelimited(text, delimiter);
  const head = all[above];
  if (head === undefined) return nothing;
  const lines = all.slice(above + 1).filter((line) => !isRule(line));
  const remarks: BatchRemark[] = all
    .slice(0, above)
    .flatMap(({ line, cells }) =>
      /^sep=/i.test(cells[0] ?? '')
        ? []
        : [{ line, message: 'The line is left out: it stands above the headings' }],
    );
  const used = columnsInUse(head, columns, lines, remarks);
  const last = lines.at(-1);
  const open = last && isOpen(last, text) ? last : undefined;
  const rows = lines.map(({ line, cells }) => {
    if (cells.length > head.cells.length && cells.slice(head.cells.length).some((c) => c !== '')) {
      remarks.push({
        line,
        message: `${cells.length} cells under ${head.cells.length} headings: quote a cell that holds the delimiter`,
        isLoss: true,
      });
    }
    if (line !== open?.line && cells.some((cell) => holdsRow(cell, delimiter))) {
      remarks.push({
        line,
        message: 'A quotation mark is not closed: lines behind it are read as one cell',
        isLoss: true,
      });
    }
    return rowOfCells(used, cells, line);
  });
  const misquoted = misquotedLine(text, delimiter);
  if (misquoted !== undefined) {
    remarks.push({
      line: misquoted,
      message:
        'Text stands behind a closing quotation mark, so this line may be read wrongly: double a quotation mark inside a cell',
      isLoss: true,
    });
  }
  if (open) {
    remarks.push({
      line: open.line,
      message: 'A quotation mark is never closed: all lines behind it are read as one cell',
      isLoss: true,
    });
  }
  return { rows, remarks };
}

/** What each column is read as; of others, `remarks` says that they are left out. */
function columnsInUse(
  head: DelimitedLine,
  columns: Head['columns'],
  lines: readonly DelimitedLine[],
  remarks: BatchRemark[],
): Head['columns'] {
  const seen = new Set<string>();
  const holders = holdersOfNamesakes(columns, lines);
  return columns.map((column, index) => {
    const heading = head.cells[index] ?? '';
    const holder = holders.get(index);
    if (column !== undefined && holder !== undefined) {
      const isName = column === 'applicationId' && !columns.includes('name') && !seen.has('name');
      if (isName) seen.add('name');
      const fate = isName ? 'read as the name' : 'left out';
      remarks.push({
        line: head.line,
        message: `The column “${shown(heading)}” is ${fate}: “${shown(head.cells[holder] ?? '')}” holds the values`,
      });
      return isName ? 'name' : undefined;
    }
    if (column === undefined) {
      const told = columnOfCells(lines.map(({ cells }) => cells[index] ?? ''));
      if (told !== undefined && !columns.includes(told) && !seen.has(told)) {
        seen.add(told);
        const message = `The column “${shown(heading)}” is read as ${columnLabel(told)}, by its cells`;
        remarks.push({ line: head.line, message });
        return told;
      }
      if (namesOtherValue(heading) && lines.some(({ cells }) => (cells[index] ?? '') !== '')) {
        const message = `The column “${shown(heading)}” is left out: a cell cannot hold this value of the form. Give it for all rows, or write the rows as JSON`;
        remarks.push({ line: head.line, message, isLoss: true });
      } else if (heading !== '') {
        remarks.push({ line: head.line, message: `The column “${shown(heading)}” is left out` });
      }
      return undefined;
    }
    if (column === 'name' && seen.has(column)) {
      remarks.push({
        line: head.line,
        message: `The column “${shown(heading)}” is left out: an earlier column holds the name`,
      });
      return undefined;
    }
    seen.add(column);
    return column;
  });
}

/**
 * For columns of names that are headed like one of values, the column that holds the values: “Owner”
 * beside “Account ID”, “Application” beside “Application ID”.
 */
function holdersOfNamesakes(
  columns: Head['columns'],
  lines: readonly DelimitedLine[],
): ReadonlyMap<number, number> {
  const cellsOf = (index: number) => lines.flatMap(({ cells }) => cells[index] || []);
  const holds = (index: number) =>
    cellsOf(index).some((cell) => shapeOf(cell) === columns[index] || valuesOfArn(cell));
  const holders = new Map<number, number>();
  for (const [index, column] of columns.entries()) {
    if (column !== 'region' && column !== 'accountId' && column !== 'applicationId') continue;
    if (cellsOf(index).length === 0 || holds(index)) continue;
    const holder = columns.findIndex(
      (other, at) =>
        (other === column || (column === 'applicationId' && other === 'arn')) && holds(at),
    );
    if (holder >= 0) holders.set(index, holder);
  }
  return holders;
}

/** What a column with a heading that nobody knows holds, where all its cells tell the same. */
function columnOfCells(cells: readonly string[]): 'region' | 'accountId' | undefined {
  const kinds = new Set(cells.filter((cell) => cell !== '').map(shapeOf));
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'region' || kind === 'accountId') ? kind : undefined;
}

/** A quoted cell that ends with the text, but not with a quotation mark. */
const isOpen = ({ cells }: DelimitedLine, text: string): boolean =>
  (cells.at(-1) ?? '').includes('\n') && !text.trimEnd().endsWith('"');

/** Whether a later line of the cell is a row of its own: a quotation mark ends at the next one. */
const holdsRow = (cell: string, delimiter: Delimiter): boolean =>
  cell
    .split('\n')
    .slice(1)
    .some((line) => {
      const parts = line.split(delimiter).map((part) => part.trim().replaceAll('"', ''));
      return parts.length > 1 && parts.some(isApplication);
    });

const isApplication = (cell: string): boolean =>
  shapeOf(cell) === 'applicationId' || valuesOfArn(cell) !== undefined;

function rowOfCells(
  columns: readonly (FileColumn | undefined)[],
  cells: readonly string[],
  line: number,
): RowContent {
  const texts: Partial<Record<BatchColumn, string>> = {};
  let name = '';
  const arns: string[] = [];
  let identityType = '';
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column === undefined || cell === '') continue;
    const isArn = column === 'applicationId' && valuesOfArn(cell) !== undefined;
    if (column === 'arn' || isArn) arns.push(cell);
    else if (column === 'name') name = cell;
    else if (column === 'identityType') identityType = joinTexts(identityType, cell);
    else if (isFormColumn(column)) texts[column] = joinTexts(texts[column] ?? '', cell);
  }
  return { line, name, texts: withArns(texts, arns), others: {}, identityType };
}

const shapes: readonly (readonly [BatchColumn | 'identityType' | 'unused', RegExp])[] = [
  ['region', /^[a-z]{2}(?:-[a-z]+)+-\d$/],
  ['accountId', /^\d{9,12}$|^\d{4}-\d{4}-\d{4}$/],
  ['applicationId', /^(?=.*-)[A-Za-z0-9][A-Za-z0-9-]{35}$/],
  ['identityType', /^(?:ANONYMOUS|AWS_[A-Z_]+)$/],
  // What else stands in lists of applications: other ARNs, and the list's name, times and states.
  [
    'unused',
    /^(?:arn:.*|APPLICATIONS|ACTIVE|CREATING|UPDATING|DELETING|FAILED|None|\d{10}\.\d+|\d{4}-\d\d-\d\dT[\d:.+Z-]+)$/,
  ],
];

/** What a cell is by its form. */
const shapeOf = (cell: string): (typeof shapes)[number][0] | undefined =>
  shapes.find(([, shape]) => shape.test(cell.slice(0, 100)))?.[0];

/** Cells without headings are told by their form; other texts are names. */
function readBareLines(text: string): FoundRows {
  const lines = readDelimited(text).filter((line) => !isRule(line));
  const rows = lines.map(rowOfBareCells);
  const [first, ...rest] = rows;
  const isHeaded = rest.length > 0 && first === undefined && !lines[0]?.cells.some(isValue);
  const found = (isHeaded ? rest : rows).flatMap((row) => row ?? []);
  // One cell a line may as well be a text of another kind.
  if (found.length < lines.length - (isHeaded ? 1 : 0)) return nothing;
  const remarks: BatchRemark[] = isHeaded
    ? lines.slice(0, 1).map(({ line }) => ({
        line,
        message: 'The headings are not known: each cell was told by its form',
      }))
    : [];
  const surplus = lines.flatMap((line) => {
    const cell = cellBehindApplication(line);
    return cell === undefined ? [] : [{ line: line.line, cell }];
  });
  const [one] = surplus;
  if (one !== undefined) {
    const others = surplus.length > 1 ? `, as in ${counted(surplus.length - 1, 'other line')}` : '';
    remarks.push({
      line: one.line,
      message: `“${shown(one.cell)}” is not read as a role’s name${others}: write headings above the cells, such as applicationId and roleName`,
    });
  }
  return { rows: found, remarks };
}

/** A cell behind the application that could name its role; lists of the AWS CLI have none. */
function cellBehindApplication({ cells }: DelimitedLine): string | undefined {
  const kinds = cells.slice(0, MAX_BARE_CELLS).map(shapeOf);
  if (kinds.includes('identityType') || cells[0] === 'APPLICATIONS') return undefined;
  const at = cells.findIndex(
    (cell, index) => kinds[index] === 'applicationId' || valuesOfArn(cell) !== undefined,
  );
  return at < 0
    ? undefined
    : cells.find((cell, index) => index > at && cell !== '' && kinds[index] === undefined);
}

/** Cells of a line without headings that are looked at. */
const MAX_BARE_CELLS = 50;

function rowOfBareCells({ line, cells }: DelimitedLine): RowContent | undefined {
  const texts: Partial<Record<BatchColumn, string>> = {};
  const arns: string[] = [];
  let name = '';
  let identityType = '';
  for (const cell of cells.slice(0, MAX_BARE_CELLS)) {
    const shape = shapeOf(cell);
    if (valuesOfArn(cell) !== undefined) arns.push(cell);
    else if (shape === undefined) name ||= cell;
    else if (shape === 'identityType') identityType = cell;
    else if (shape === 'applicationId' && texts.applicationId !== undefined) {
      texts.webExperienceId = cell;
    } else if (shape !== 'unused') texts[shape] = cell;
  }
  const all = withArns(texts, arns);
  return (all.applicationId ?? '') === ''
    ? undefined
    : { line, name, texts: all, others: {}, identityType };
}

function shown(heading: string): string {
  const text = showInLine(heading);
  return text.length > 40 ? `${cutText(text, 40)}…` : text;
}
