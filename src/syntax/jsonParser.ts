import { jsonIssueMessages, type JsonIssue, type JsonIssueCode } from './jsonIssue';
import { setProperty, type JsonContainer } from './jsonContainer';
import { JsonRanges, type JsonRangeNode, type TextRange } from './jsonRanges';
import {
  isJsonSpace,
  isQuote,
  isTokenAt,
  isWordAt,
  scanString,
  scanTrivia,
  scanWord,
} from './jsonScanner';
import { sortEdits, type TextEdit } from './textEdit';

/** The result of parsing a pasted text. */
export interface ParsedJson extends TextRange {
  /** `undefined` if there is no JSON, or nothing that could be repaired. */
  readonly value: unknown;
  readonly ranges: JsonRanges;
  /** In the order of the text; empty for JSON whose keys are unique. */
  readonly issues: readonly JsonIssue[];
  /** The repairs of all issues, in the order in which `applyEdits` has to make them. */
  readonly edits: readonly TextEdit[];
}

/** Levels of nesting; more than any document has, and few enough for recursive functions. */
const maxDepth = 500;

const maxIssues = 20_000;

/** Reads one document from a place in a text; `parseJson` says how. */
export class JsonParser {
  readonly #text: string;
  readonly #issues: JsonIssue[] = [];
  readonly #stack: JsonContainer[] = [];
  #start: number;
  #at: number;
  /** Where the last token ends: missing tokens are inserted there. */
  #lastEnd: number;
  #root: { readonly value: unknown; readonly node: JsonRangeNode } | undefined;
  #hasGivenUp = false;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
    this.#lastEnd = start;
  }

  get stoppedAt(): number {
    return this.#at;
  }

  result(): ParsedJson {
    const root = this.#hasGivenUp ? undefined : this.#root;
    const issues = [...this.#issues].sort((a, b) => a.start - b.start || a.end - b.end);
    return {
      value: root?.value,
      ranges: new JsonRanges(root?.node),
      issues,
      edits: sortEdits(this.#issues.flatMap(({ repair }) => (repair ? [repair] : []))),
      start: root?.node.value.start ?? this.#start,
      end: root?.node.value.end ?? this.#at,
    };
  }

  /** Goes to where the document starts. */
  findRoot(): boolean {
    this.#skipTrivia();
    const text = this.#text;
    if (!'{["'.includes(text[this.#at] ?? 'x') && !this.#isLoneScalar()) {
      const bracket = /[[{]/g;
      bracket.lastIndex = this.#at;
      const found = bracket.exec(text)?.index;
      if (found === undefined) {
        this.#report('empty', { start: this.#at, end: text.length });
        return false;
      }
      this.#replace('leading-text', { start: this.#at, end: found }, '');
      this.#at = found;
    }
    this.#start = this.#at;
    this.#lastEnd = this.#at;
    return true;
  }

  parseDocument(): void {
    while (this.#root === undefined && !this.#hasGivenUp) {
      this.#skipTrivia();
      const container = this.#stack.at(-1);
      if (container === undefined) this.#parseValue(undefined);
      else if (this.#at >= this.#text.length) this.#closeAll();
      else this.#parsePiece(container);
    }
  }

  refuseRest(): void {
    if (this.#root === undefined) return;
    const text = this.#text;
    let start = this.#at;
    let end = text.length;
    while (start < end && isJsonSpace(text[start])) start += 1;
    while (end > start && isJsonSpace(text[end - 1])) end -= 1;
    if (start === end) return;
    const trivia = scanTrivia(text, start);
    const isSpace = trivia?.issue === 'unusual-space' && trivia.end === end;
    this.#replace(isSpace ? 'unusual-space' : 'trailing-text', { start, end }, '');
  }

  #isLoneScalar(): boolean {
    if (!isWordAt(this.#text, this.#at)) return false;
    const { issue, end } = scanWord(this.#text, this.#at, 'value');
    return issue === undefined && this.#text.slice(end).trim() === '';
  }

  #parsePiece(container: JsonContainer): void {
    const character = this.#text[this.#at] ?? '';
    if (character === ',') this.#parseComma(container);
    else if (character === '}') this.#parseCloser('object');
    else if (character === ']') this.#parseCloser('list');
    else if (container.state === 'colon') this.#parseColon(container);
    else if (!this.#startsItem()) this.#drop('unexpected-character');
    else if (container.kind === 'object' && container.state !== 'value') {
      if (this.#startsContainer()) this.#closeAll();
      else this.#parseKey(container);
    } else {
      this.#beginItem(container, 'value');
      this.#parseValue(container);
    }
  }

  #startsContainer(): boolean {
    const character = this.#text[this.#at];
    return character === '[' || (character === '{' && !isTokenAt(this.#text, this.#at));
  }

  #startsItem(): boolean {
    return (
      this.#startsContainer() || isQuote(this.#text[this.#at]) || isWordAt(this.#text, this.#at)
    );
  }

  #parseComma(container: JsonContainer): void {
    if (container.state === 'comma') {
      container.comma = this.#at;
      container.state = container.kind === 'object' ? 'key' : 'value';
      this.#at += 1;
      this.#lastEnd = this.#at;
    } else if (container.kind === 'object' && container.state !== 'key') {
      this.#supplyValue(container);
    } else this.#drop('extra-comma');
  }

  #parseColon(container: JsonContainer): void {
    const range = { start: this.#at, end: this.#at + 1 };
    const character = this.#text[this.#at];
    if (character === ':') this.#consume(range.end);
    else if (character === '=') {
      const end = range.end + (/[>:]/.test(this.#text[range.end] ?? '') ? 1 : 0);
      this.#replace('unexpected-character', { start: range.start, end }, ':');
      this.#consume(end);
    } else if (this.#startsItem()) this.#insert('missing-colon', ':');
    else {
      this.#drop('unexpected-character');
      return;
    }
    container.state = 'value';
  }

  #parseKey(container: JsonContainer): void {
    this.#beginItem(container, 'key');
    const start = this.#at;
    const { value, end, issue } = isQuote(this.#text[start])
      ? scanString(this.#text, start)
      : scanWord(this.#text, start, 'key');
    const name = String(value);
    const range = { start, end };
    if (issue) this.#replace(issue, range, JSON.stringify(name));
    if (container.children.has(name)) this.#report('duplicate-key', range);
    container.key = { name, range };
    container.state = 'colon';
    this.#consume(end);
  }

  /** Prepares for an item; inserts the comma before it if that is missing. */
  #beginItem(container: JsonContainer, next: 'key' | 'value'): void {
    if (container.state === 'comma') this.#insert('missing-comma', ',');
    container.state = next;
    container.comma = undefined;
  }

  #parseValue(parent: JsonContainer | undefined): void {
    const start = this.#at;
    if (this.#startsContainer()) {
      this.#open(this.#text[start] === '[' ? 'list' : 'object');
      return;
    }
    const { value, end, issue } = isQuote(this.#text[start])
      ? scanString(this.#text, start)
      : scanWord(this.#text, start, 'value');
    if (issue) this.#replace(issue, { start, end }, JSON.stringify(value));
    this.#consume(end);
    this.#complete(parent, value, { value: { start, end }, children: new Map() });
  }

  #open(kind: JsonContainer['kind']): void {
    if (this.#stack.length >= maxDepth) {
      this.#giveUp('too-deep');
      return;
    }
    this.#stack.push({
      kind,
      start: this.#at,
      value: kind === 'list' ? [] : {},
      children: new Map(),
      state: kind === 'list' ? 'value' : 'key',
      comma: undefined,
      key: undefined,
    });
    this.#consume(this.#at + 1);
  }

  #parseCloser(kind: JsonContainer['kind']): void {
    if (!this.#stack.some((container) => container.kind === kind)) {
      this.#drop('unexpected-bracket');
      return;
    }
    while (this.#stack.at(-1)?.kind !== kind) this.#closeUnclosed();
    const container = this.#stack.at(-1);
    if (container === undefined) return;
    this.#completeContainer(container);
    this.#consume(this.#at + 1);
    this.#close();
  }

  #closeAll(): void {
    while (this.#stack.length > 0) this.#closeUnclosed();
  }

  #closeUnclosed(): void {
    const container = this.#stack.at(-1);
    if (container === undefined) return;
    this.#completeContainer(container);
    this.#report(
      'unclosed-bracket',
      { start: container.start, end: container.start + 1 },
      { start: this.#lastEnd, end: this.#lastEnd, text: container.kind === 'list' ? ']' : '}' },
    );
    this.#close();
  }

  /** Before the end of a container: supplies a missing value, or removes a trailing comma. */
  #completeContainer(container: JsonContainer): void {
    if (
      container.state === 'colon' ||
      (container.kind === 'object' && container.state === 'value')
    ) {
      this.#supplyValue(container);
    }
    if (container.comma !== undefined) {
      this.#replace('trailing-comma', { start: container.comma, end: container.comma + 1 }, '');
      container.comma = undefined;
    }
  }

  #supplyValue(container: JsonContainer): void {
    const range = { start: this.#lastEnd, end: this.#lastEnd };
    this.#insert('missing-value', container.state === 'colon' ? ': null' : ' null');
    this.#complete(container, null, { value: range, children: new Map() });
  }

  #close(): void {
    const container = this.#stack.pop();
    if (container === undefined) return;
    this.#complete(this.#stack.at(-1), container.value, {
      value: { start: container.start, end: this.#lastEnd },
      children: container.children,
    });
  }

  #complete(parent: JsonContainer | undefined, value: unknown, node: JsonRangeNode): void {
    if (parent === undefined) this.#root = { value, node };
    else if (Array.isArray(parent.value)) {
      parent.children.set(String(parent.value.length), node);
      parent.value.push(value);
    } else if (parent.key) {
      const { name, range } = parent.key;
      setProperty(parent.value, name, value);
      parent.children.set(name, { key: range, ...node });
      parent.key = undefined;
    }
    if (parent) {
      parent.state = 'comma';
      parent.comma = undefined;
    }
  }

  #skipTrivia(): void {
    for (;;) {
      while (isJsonSpace(this.#text[this.#at])) this.#at += 1;
      const trivia = scanTrivia(this.#text, this.#at);
      if (trivia === undefined || this.#hasGivenUp) return;
      this.#replace(trivia.issue, { start: this.#at, end: trivia.end }, trivia.replacement);
      this.#at = trivia.end;
    }
  }

  #consume(end: number): void {
    this.#at = end;
    this.#lastEnd = end;
  }

  /** Removes a character and its repetitions; adjacent removals become one issue. */
  #drop(code: JsonIssueCode): void {
    const start = this.#at;
    let end = start + 1;
    while (this.#text[end] === this.#text[start]) end += 1;
    const last = this.#issues.at(-1);
    if (last?.code === code && last.repair?.text === '' && last.end === start) {
      this.#issues.pop();
      this.#replace(code, { start: last.start, end }, '');
    } else this.#replace(code, { start, end }, '');
    this.#at = end;
  }

  #insert(code: JsonIssueCode, text: string): void {
    const range = { start: this.#lastEnd, end: this.#lastEnd };
    this.#replace(code, range, text);
  }

  #replace(code: JsonIssueCode, range: TextRange, text: string): void {
    this.#report(code, range, { ...range, text });
  }

  #report(code: JsonIssueCode, { start, end }: TextRange, repair?: TextEdit): void {
    const message = jsonIssueMessages[code];
    this.#issues.push({ code, message, start, end, ...(repair && { repair }) });
    if (this.#issues.length === maxIssues) this.#giveUp('too-many-issues');
  }

  #giveUp(code: JsonIssueCode): void {
    if (this.#hasGivenUp) return;
    this.#hasGivenUp = true;
    this.#report(code, { start: this.#at, end: this.#at + 1 });
    this.#at = this.#text.length;
  }
}
