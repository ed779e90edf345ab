import { cutText, showInLine } from '../../iam/unseenCharacters';
import { firstOf } from '../../words/counts';
import type { CleanedValue, RequestJsonProblem } from './requestJson';

/** Problems that are listed one by one; a file can hold thousands. */
const MAX_LINES = 20;

/** Characters of a path that are shown; names in a file or link can be of any length. */
const MAX_PLACE = 80;

const cut = (text: string): string =>
  text.length > MAX_PLACE ? `${cutText(text, MAX_PLACE)}…` : text;

/** One line for each problem; a last line counts those that are not listed. */
export const describeProblems = (problems: readonly RequestJsonProblem[]): readonly string[] =>
  linesOf(problems, ({ path, message }) =>
    path === '' ? showInLine(message) : `${cut(showInLine(path))}: ${showInLine(message)}`,
  );

/** One line for each value that was cleaned, in the same way. */
export const describeCleaned = (cleaned: readonly CleanedValue[]): readonly string[] =>
  linesOf(cleaned, ({ label, path, removed }) => {
    const row = /\.(\d+)\./.exec(path)?.[1];
    return `${label}${row === undefined ? '' : ` ${Number(row) + 1}`}: ${removed.join(', ')}`;
  });

function linesOf<T>(all: readonly T[], lineOf: (one: T) => string): readonly string[] {
  const { shown, more } = firstOf(all, MAX_LINES);
  return [...shown.map(lineOf), ...(more === undefined ? [] : [`and ${more}`])];
}
