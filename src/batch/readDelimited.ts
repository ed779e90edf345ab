import { dsvFormat } from 'd3-dsv';

export const delimiters = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

/** A line of a CSV file, with the number of the line on which it begins. */
export interface DelimitedLine {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The lines of a CSV file or of cells copied from a spreadsheet.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readDelimited(
  text: string,
  delimiter = delimiterOf(text),
): readonly DelimitedLine[] {
  const format = dsvFormat(delimiter);
  let line = 1;
  return format.parseRows(text).flatMap((cells) => {
    const begin = line;
    line += 1 + cells.reduce((sum, cell) => sum + lineBreaks(cell), 0);
    const plain = cells.map(withoutSpreadsheetMarks);
    return plain.every((cell) => cell === '') ? [] : [{ line: begin, cells: plain }];
  });
}

/**
 * The line on which text stands between a closing quotation mark and the delimiter, which the parser
 * takes for more cells; undefined where there is none.
 */
export function misquotedLine(text: string, delimiter: Delimiter): number | undefined {
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] === '\n') line += 1;
        if (text[at] !== '"') continue;
        if (text[at + 1] !== '"') break;
        at += 1;
      }
      const next = text[at + 1];
      if (next !== undefined && next !== delimiter && next !== '\n') return line;
      at += 1;
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
    }
    if (text[at] === '\n') line += 1;
  }
  return undefined;
}

/** The delimiter that the first line uses most outside of quotes. */
function delimiterOf(text: string): Delimiter {
  const end = text.indexOf('\n');
  const first = (end < 0 ? text : text.slice(0, end)).slice(0, 10_000);
  let isQuoted = false;
  const counts = new Map<string, number>();
  for (const sign of first) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return delimiters.reduce((best, one) =>
    (counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best,
  );
}

const lineBreaks = (cell: string): number => cell.split('\n').length - 1;

/** `="012345678901"` and `'012345678901` keep a number a text in a spreadsheet. */
function withoutSpreadsheetMarks(cell: string): string {
  const text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2) return text.slice(2, -1);
  const inside = text.replace(markedInside, '$1');
  return /^'(?:[=+\-@＝＋－＠\d]|'+[=+\-@＝＋－＠])/.test(inside) ? inside.slice(1) : inside;
}

/** A sign that begins a formula, also in its full width. */
const formulaSign = '[=+\\-@＝＋－＠]';

/**
 * Where the program that opens the file takes another delimiter for its own, a cell begins after it.
 * Apostrophes that were there already get one more, so that each can be taken off again.
 */
const formulaInside = new RegExp(`([;\\t\\r\\n|])(?='*${formulaSign})`, 'g');
const markedInside = new RegExp(`([;\\t\\r\\n|])'(?='*${formulaSign})`, 'g');
const formulaAtStart = new RegExp(`^(?:'*${formulaSign}|[\\t\\r\\n])`);

/**
 * Rows as CSV that a spreadsheet shows as they are: a cell that would be taken for a formula begins
 * with an apostrophe, which `readDelimited` takes off.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const printDelimited = (rows: readonly (readonly string[])[]): string =>
  `${dsvFormat(',').formatRows(rows.map((cells) => cells.map(withoutFormula)))}\n`;

function withoutFormula(cell: string): string {
  const inside = cell.replace(formulaInside, "$1'");
  return formulaAtStart.test(inside) ? `'${inside}` : inside;
}
