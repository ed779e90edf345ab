import type { JsonIssueCode } from './jsonIssue';

/** A text, number, truth value or null as it stands in a pasted text. */
export interface ScannedScalar {
  readonly value: string | number | boolean | null;
  readonly end: number;
  /** The first thing that keeps the source from being JSON. */
  readonly issue?: JsonIssueCode;
}

export interface ScannedTrivia {
  readonly end: number;
  readonly issue: JsonIssueCode;
  /** The valid text that replaces it. */
  readonly replacement: string;
}

const doubleQuotes = '"\u201c\u201d\u201e\u201f\uff02';
const singleQuotes = "'\u2018\u2019\u201a\u201b";
const unusualSpace = /(?:(?![ \t\r\n])[\s\p{Cc}\p{Cf}])+/uy;
const invisible = /^[\p{Cc}\p{Cf}]+$/u;
const lineComment = /(?:\/\/|#)[^\r\n]*/y;
const token = /\{\{[^{}"\r\n]{1,100}\}\}/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Ends a bare word; everything else may be part of one. */
const wordEnd = /[\s\p{Cc}\p{Cf},[\]{}()"'`;\u2018-\u201f\uff02]/u;

const literals: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const foreignLiterals: ReadonlyMap<string, boolean | null> = new Map([
  ['True', true],
  ['TRUE', true],
  ['False', false],
  ['FALSE', false],
  ['None', null],
  ['Null', null],
  ['NULL', null],
]);

/** Lines after which a string without a closing quote is taken to end in its first line. */
const maxStringLines = 3;

export function isQuote(character: string | undefined): boolean {
  return (
    character !== undefined &&
    character !== '' &&
    (doubleQuotes.includes(character) || singleQuotes.includes(character))
  );
}

/** Whether a placeholder such as `{{account_id}}` starts here. */
export function isTokenAt(text: string, at: number): boolean {
  return matchAt(token, text, at) !== undefined;
}

/** Whether a bare word, number or placeholder starts here. */
export function isWordAt(text: string, at: number): boolean {
  const character = text[at];
  if (character === undefined) return false;
  if (character === '{') return isTokenAt(text, at);
  return character !== ':' && character !== '=' && !wordEnd.test(character);
}

/** A comment or a space that JSON does not know. */
export function scanTrivia(text: string, at: number): ScannedTrivia | undefined {
  const character = text[at];
  if (
    character === undefined ||
    (character > ' ' && character <= '~' && !'/#'.includes(character))
  ) {
    return undefined;
  }
  if (character === '/' && text[at + 1] === '*') {
    const close = text.indexOf('*/', at + 2);
    return { end: close === -1 ? text.length : close + 2, issue: 'comment', replacement: '' };
  }
  if (character === '#' || (character === '/' && text[at + 1] === '/')) {
    const comment = matchAt(lineComment, text, at) ?? '';
    return { end: at + comment.length, issue: 'comment', replacement: '' };
  }
  const spaces = matchAt(unusualSpace, text, at);
  if (spaces === undefined) return undefined;
  return {
    end: at + spaces.length,
    issue: spaces === '\ufeff' ? 'byte-order-mark' : 'unusual-space',
    replacement: invisible.test(spaces) ? '' : ' ',
  };
}

/** The bare word at `at`, where `isWordAt` holds; a key ends at a colon, a value may hold one. */
export function scanWord(text: string, at: number, role: 'key' | 'value'): ScannedScalar {
  const numeral = role === 'value' ? matchAt(number, text, at) : undefined;
  if (numeral !== undefined && endsWord(text, at + numeral.length)) {
    return { value: Number(numeral), end: at + numeral.length };
  }
  const word = text.slice(at, findWordEnd(text, at, role));
  const end = at + word.length;
  if (role === 'key') return { value: word, end, issue: 'unquoted-key' };
  const literal = literals.get(word);
  if (literal !== undefined) return { value: literal, end };
  const foreign = foreignLiterals.get(word);
  if (foreign !== undefined) return { value: foreign, end, issue: 'wrong-literal' };
  return { value: word, end, issue: 'unquoted-value' };
}

function endsWord(text: string, at: number): boolean {
  const character = text[at];
  return character === undefined || wordEnd.test(character) || startsComment(text, at);
}

function startsComment(text: string, at: number): boolean {
  return text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*');
}

function findWordEnd(text: string, start: number, role: 'key' | 'value'): number {
  let at = start;
  for (;;) {
    const placeholder = text[at] === '{' ? matchAt(token, text, at) : undefined;
    if (placeholder !== undefined) {
      at += placeholder.length;
      continue;
    }
    const character = text[at];
    if (character === undefined || wordEnd.test(character)) return at;
    if (role === 'key' && (character === ':' || character === '=')) return at;
    if (at > start && startsComment(text, at) && text[at - 1] !== ':') return at;
    at += 1;
  }
}

/** The text in quotes of any kind that starts at `at`. */
export function scanString(text: string, at: number): ScannedScalar {
  const open = text[at] ?? '';
  const closers = closersOf(open);
  let firstBreak = -1;
  let lines = 0;
  let isPlain = true;
  for (let end = at + 1; end < text.length; end += 1) {
    const character = text[end] ?? '';
    if (closers.includes(character)) {
      if (lines > 0 && !endsItem(text, end + 1)) break;
      return closedString(text, at, end, { isPlain, lines });
    }
    if (character === '\n' || character === '\r') {
      if (firstBreak === -1) firstBreak = end;
      lines += character === '\r' && text[end + 1] === '\n' ? 0 : 1;
      if (lines > maxStringLines) break;
    }
    if (character < ' ' || character === '\\') isPlain = false;
    // A backslash does not hide a line break from the count of lines.
    if (character === '\\' && !/[\r\n]/.test(text[end + 1] ?? '')) end += 1;
  }
  return unclosedString(text, at, firstBreak === -1 ? text.length : firstBreak);
}

function closersOf(open: string): string {
  if (open === '"' || open === "'") return open;
  return doubleQuotes.includes(open) ? doubleQuotes : singleQuotes;
}

/** Whether a string can end here, by what follows it; otherwise a quote is missing. */
function endsItem(text: string, at: number): boolean {
  let next = at;
  while (text[next] === ' ' || text[next] === '\t') next += 1;
  return next >= text.length || ',:}]\r\n'.includes(text[next] ?? '');
}

function closedString(
  text: string,
  at: number,
  end: number,
  { isPlain, lines }: { readonly isPlain: boolean; readonly lines: number },
): ScannedScalar {
  const source = text.slice(at + 1, end);
  const quotes = quoteIssue(text[at] ?? '') ?? quoteIssue(text[end] ?? '');
  const decoded = isPlain ? { value: source } : unescape(source);
  const issue = quotes ?? (lines > 0 ? 'line-break-in-string' : decoded.issue);
  return { value: decoded.value, end: end + 1, ...(issue && { issue }) };
}

/** A string that lacks its closing quote: the rest of the line, without trailing punctuation of JSON. */
function unclosedString(text: string, at: number, lineEnd: number): ScannedScalar {
  let end = lineEnd;
  while (end > at + 1 && ' \t\r\n,'.includes(text[end - 1] ?? '')) end -= 1;
  const last = text[end - 1] ?? '';
  const isSmartlyClosed = end - 1 > at && last !== '"' && last !== "'" && isQuote(last);
  const { value } = unescape(text.slice(at + 1, isSmartlyClosed ? end - 1 : end));
  return { value, end, issue: 'unclosed-string' };
}

function quoteIssue(quote: string): JsonIssueCode | undefined {
  if (quote === '"') return undefined;
  return quote === "'" ? 'single-quote' : 'smart-quote';
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
]);

function unescape(source: string): { readonly value: string; readonly issue?: JsonIssueCode } {
  let issue: JsonIssueCode | undefined;
  const value = source.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|([^])|$)|[\u0000-\u001f]/g,
    (match: string, hex: string | undefined, escaped: string | undefined) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      const character = escaped === undefined ? undefined : escapes.get(escaped);
      if (character !== undefined) return character;
      issue ??= match.startsWith('\\') ? 'bad-escape' : 'control-character';
      return isQuote(escaped) ? (escaped ?? '') : match;
    },
  );
  return issue === undefined ? { value } : { value, issue };
}

function matchAt(sticky: RegExp, text: string, at: number): string | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
}

export function isJsonSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}
