/** Letters that run from right to left, and characters that turn the order of a line. */
const turning =
  /\p{Bidi_Control}|[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Brackets of a line; no text of a person, a program or AWS opens as many within each other. */
const mostOpen = 5_000;

const opens = /\p{Ps}/u;

/** In Unicode the closing bracket follows its opening one, at most with a character between. */
const closes = (open: string, close: string): boolean =>
  [1, 2].includes(close.charCodeAt(0) - open.charCodeAt(0));

function hasTooManyOpen(line: string): boolean {
  const open: string[] = [];
  for (const [bracket] of line.matchAll(/[\p{Ps}\p{Pe}]/gu)) {
    if (opens.test(bracket)) open.push(bracket);
    else if (closes(open.at(-1) ?? '', bracket)) open.pop();
    if (open.length > mostOpen) return true;
  }
  return false;
}

/**
 * Whether a browser would freeze on showing the text: where a line runs in both directions, the time for
 * its brackets grows with the square of those that are open.
 *
 * @see https://www.unicode.org/reports/tr9/#N0
 */
export const isTangled = (text: string): boolean =>
  text.length > mostOpen &&
  turning.test(text) &&
  text.split(/[\r\n\u2029]/).some((line) => turning.test(line) && hasTooManyOpen(line));
