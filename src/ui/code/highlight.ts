import type { CodeColours } from '@/theme/tokens';

export const codeLanguages = [
  'json',
  'yaml',
  'hcl',
  'shell',
  'powershell',
  'markdown',
  'typescript',
  'plaintext',
] as const;

export type CodeLanguage = (typeof codeLanguages)[number];

/** The kinds of tokens; each has its colour in the theme. */
export const tokenKinds = [
  'key',
  'string',
  'number',
  'keyword',
  'comment',
  'punctuation',
  'command',
  'option',
  'variable',
  'placeholder',
] as const satisfies readonly (keyof CodeColours)[];

export type TokenKind = (typeof tokenKinds)[number];

/** A token of one line, from `start` to the start of the next token. */
export interface Token {
  readonly start: number;
  readonly kind: TokenKind | undefined;
}

export interface TokenizedLine {
  readonly tokens: readonly Token[];
  /** The mode in which the next line starts. */
  readonly end: string;
}

/** Text that `match` (a sticky expression) finds is a token of this `kind`; then the mode is `next`. */
export interface GrammarRule {
  readonly match: RegExp;
  readonly kind?: TokenKind;
  readonly next?: string;
  /** The text of the group `terminator` ends a here-document that starts on the next line. */
  readonly opensHereDocument?: true;
}

/** Rules per mode, tried in order; every grammar starts in the mode `root`. */
export interface Grammar {
  readonly root: readonly GrammarRule[];
  readonly [mode: string]: readonly GrammarRule[];
}

export const firstMode = 'root';

const hereDocument = 'here-document ';

/** A placeholder in the form of AWS's pages: `{{account_id}}`. */
export const placeholderPattern = /\{\{[a-z0-9_]+\}\}/g;

export const jsonGrammar: Grammar = {
  root: [
    { match: /"(?:[^"\\]|\\.)*"(?=\s*:)/y, kind: 'key' },
    { match: /"(?:[^"\\]|\\.)*"?/y, kind: 'string' },
    { match: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y, kind: 'number' },
    { match: /\b(?:true|false|null)\b/y, kind: 'keyword' },
    { match: /[{}[\],:]+/y, kind: 'punctuation' },
    { match: /\s+|\w+/y },
  ],
};

/** Tokens of one line that starts in the given mode. */
export function tokenizeLine(grammar: Grammar, line: string, mode: string): TokenizedLine {
  if (line === '') return { tokens: [], end: mode };
  if (mode.startsWith(hereDocument)) {
    const isOver = line.trim() === mode.slice(hereDocument.length);
    return {
      tokens: withPlaceholders(line, [{ start: 0, kind: isOver ? 'keyword' : 'string' }]),
      end: isOver ? firstMode : mode,
    };
  }
  const tokens: Token[] = [];
  let current = mode;
  let nextLine: string | undefined;
  let offset = 0;
  while (offset < line.length) {
    const found = firstMatch(grammar[current] ?? grammar.root, line, offset);
    const kind = found?.rule.kind;
    if (tokens.length === 0 || tokens.at(-1)?.kind !== kind) tokens.push({ start: offset, kind });
    offset += found?.match[0].length ?? 1;
    if (found?.rule.next !== undefined) current = found.rule.next;
    if (found?.rule.opensHereDocument) {
      nextLine = hereDocument + (found.match.groups?.['terminator'] ?? '');
    }
  }
  return { tokens: withPlaceholders(line, tokens), end: nextLine ?? current };
}

function firstMatch(rules: readonly GrammarRule[], line: string, offset: number) {
  for (const rule of rules) {
    rule.match.lastIndex = offset;
    const match = rule.match.exec(line);
    if (match !== null && match[0] !== '') return { rule, match };
  }
  return undefined;
}

/** Marks placeholders, which may occur inside strings and comments as well. */
function withPlaceholders(line: string, tokens: readonly Token[]): readonly Token[] {
  if (!line.includes('{{')) return tokens;
  let result = tokens;
  for (const { 0: text, index } of line.matchAll(placeholderPattern)) {
    const end = index + text.length;
    const covered = result.findLast((token) => token.start <= end);
    result = [
      ...result.filter((token) => token.start < index),
      { start: index, kind: 'placeholder' },
      ...(end < line.length ? [{ start: end, kind: covered?.kind }] : []),
      ...result.filter((token) => token.start > end),
    ];
  }
  return result;
}

const remembered = new WeakMap<Grammar, Map<string, TokenizedLine>>();
const mostRemembered = 5_000;

/**
 * Tokens of every line. An unchanged line in an unchanged mode gives the same object again, so that
 * a view can skip it.
 */
export function tokenizeLines(
  grammar: Grammar,
  lines: readonly string[],
): readonly TokenizedLine[] {
  let memory = remembered.get(grammar);
  if (memory === undefined || memory.size > mostRemembered) {
    memory = new Map();
    remembered.set(grammar, memory);
  }
  let mode = firstMode;
  const result: TokenizedLine[] = [];
  for (const line of lines) {
    const key = `${mode}\n${line}`;
    let tokenized = memory.get(key);
    if (tokenized === undefined) {
      tokenized = tokenizeLine(grammar, line, mode);
      memory.set(key, tokenized);
    }
    result.push(tokenized);
    mode = tokenized.end;
  }
  return result;
}
