import { hole } from './holes';
import { lineOfItsOwn } from './lineOfItsOwn';
import type { JsonRangeNode, TextRange } from './jsonRanges';

/** A value of an HCL text; computed parts of it are `hole`s. */
export interface HclValue {
  readonly value: unknown;
  readonly node: JsonRangeNode;
}

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, HclValue>;
  readonly blocks: readonly HclBlock[];
  readonly range: TextRange;
}

/** Levels of nesting; more than any configuration has, and few enough for recursion. */
const maxDepth = 100;

/** Functions whose result means the same to a reader as their argument. */
const transparent = /(?:jsonencode|trimspace|tolist|toset|tostring|sensitive|nonsensitive)\(\s*/y;
const identifier = /[A-Za-z_][\w-]*/y;
const space = /\s+/y;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const heredoc = /<<(-?)([A-Za-z_][\w-]*)[ \t]*\r?\n/y;

/**
 * Parses the literal parts of a Terraform configuration: literals, lists, objects, heredocs and
 * `jsonencode`. Other expressions become holes. Takes any text, in time proportional to its length.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export const parseHcl = (text: string): HclBlock => new HclParser(text).parseBody('', [], 0, 0);

class HclParser {
  readonly #text: string;
  #at = 0;
  /** Offset from which no closing quote or comment end was found, so that the search is not repeated. */
  #unclosed = Number.POSITIVE_INFINITY;

  constructor(text: string) {
    this.#text = text;
  }

  parseBody(type: string, labels: readonly string[], start: number, depth: number): HclBlock {
    const attributes = new Map<string, HclValue>();
    const blocks: HclBlock[] = [];
    for (this.#skipTrivia(); this.#at < this.#text.length; this.#skipTrivia()) {
      if (this.#text[this.#at] === '}' && depth > 0) {
        this.#at += 1;
        break;
      }
      const keyStart = this.#at;
      const name = this.#match(identifier);
      if (name === undefined) {
        this.#at += 1;
        continue;
      }
      const key = { start: keyStart, end: this.#at };
      this.#skipSpaces();
      if (this.#isAssignment()) {
        this.#at += 1;
        const { value, node } = this.#parseExpression(depth + 1);
        attributes.set(name, { value, node: { ...node, key } });
        continue;
      }
      const blockLabels = this.#parseLabels();
      if (this.#text[this.#at] !== '{' || depth >= maxDepth) continue;
      this.#at += 1;
      blocks.push(this.parseBody(name, blockLabels, keyStart, depth + 1));
    }
    return { type, labels, attributes, blocks, range: { start, end: this.#at } };
  }

  #isAssignment(): boolean {
    return this.#text[this.#at] === '=' && this.#text[this.#at + 1] !== '=';
  }

  #parseLabels(): readonly string[] {
    const labels: string[] = [];
    for (;;) {
      this.#skipSpaces();
      if (this.#text[this.#at] === '"') labels.push(String(this.#parseQuoted().value));
      else {
        const word = this.#match(identifier);
        if (word === undefined) return labels;
        labels.push(word);
      }
    }
  }

  #parseExpression(depth: number): HclValue {
    this.#skipTrivia();
    const start = this.#at;
    const value = depth < maxDepth ? this.#parsePrimary(depth) : undefined;
    if (value) {
      this.#skipSpaces();
      if (this.#text.startsWith('->', this.#at)) {
        // A plan prints the old and the new value of an attribute, with an arrow between them.
        this.#at += 2;
        return this.#parseExpression(depth);
      }
      if (this.#isAtEnd()) return value;
    }
    this.#at = start;
    return this.#skipExpression();
  }

  /** Whether the value ends here; in a plan a remark may follow it. */
  #isAtEnd(): boolean {
    return (
      /[\s,}\])#:]|^$/.test(this.#text[this.#at] ?? '') || this.#text.startsWith('//', this.#at)
    );
  }

  #parsePrimary(depth: number): HclValue | undefined {
    const character = this.#text[this.#at];
    if (character === '"') return this.#parseQuoted();
    if (character === '<') return this.#parseHeredoc();
    if (character === '[') return this.#parseList(depth);
    if (character === '{') return this.#parseObject(depth);
    const start = this.#at;
    if (this.#match(transparent) !== undefined) {
      const inner = this.#parseExpression(depth + 1);
      this.#skipTrivia();
      if (this.#text[this.#at] !== ')') return undefined;
      this.#at += 1;
      return inner;
    }
    const digits = this.#match(number);
    if (digits !== undefined) return leaf(Number(digits), start, this.#at);
    const word = this.#match(identifier);
    if (word === 'true' || word === 'false') return leaf(word === 'true', start, this.#at);
    return word === 'null' ? leaf(null, start, this.#at) : undefined;
  }

  #parseList(depth: number): HclValue | undefined {
    const start = this.#at;
    const value: unknown[] = [];
    const children = new Map<string, JsonRangeNode>();
    this.#at += 1;
    for (this.#skipTrivia(); this.#at < this.#text.length; this.#skipTrivia()) {
      if (this.#text[this.#at] === ']') {
        this.#at += 1;
        return { value, node: { value: { start, end: this.#at }, children } };
      }
      if (this.#text.startsWith('for ', this.#at)) return undefined;
      const before = this.#at;
      const element = this.#parseExpression(depth + 1);
      children.set(String(value.length), element.node);
      value.push(element.value);
      this.#skipTrivia();
      if (this.#text[this.#at] === ',') this.#at += 1;
      if (this.#at === before) return undefined;
    }
    return undefined;
  }

  #parseObject(depth: number): HclValue | undefined {
    const start = this.#at;
    const members: [string, unknown][] = [];
    const children = new Map<string, JsonRangeNode>();
    this.#at += 1;
    for (this.#skipTrivia(); this.#at < this.#text.length; this.#skipTrivia()) {
      const character = this.#text[this.#at];
      if (character === '}') {
        this.#at += 1;
        // Entries, not assignments: a key may be called __proto__.
        return {
          value: Object.fromEntries(members),
          node: { value: { start, end: this.#at }, children },
        };
      }
      if (character === ',') {
        this.#at += 1;
        continue;
      }
      const keyStart = this.#at;
      const name = this.#parseKey();
      const key = { start: keyStart, end: this.#at };
      this.#skipTrivia();
      if (name === undefined || name === 'for' || !/[=:]/.test(this.#text[this.#at] ?? '')) {
        return undefined;
      }
      this.#at += 1;
      const { value, node } = this.#parseExpression(depth + 1);
      members.push([name, value]);
      children.set(name, { ...node, key });
    }
    return undefined;
  }

  #parseKey(): string | undefined {
    const character = this.#text[this.#at];
    if (character === '"') return String(this.#parseQuoted().value);
    if (character === '(') {
      const start = this.#at;
      this.#skipBalanced();
      return hole(this.#text.slice(start, this.#at));
    }
    return this.#match(identifier) ?? this.#match(number);
  }

  /** `"…"` with its escapes; `${…}` and `%{…}` become holes. */
  #parseQuoted(): HclValue {
    const start = this.#at;
    let value = '';
    this.#at += 1;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (character === '"' || character === '\n') break;
      if (character === '\\') {
        const [decoded, length] = escapeAt(this.#text, this.#at);
        value += decoded;
        this.#at = Math.min(this.#at + length, this.#text.length);
      } else value += this.#templatePiece();
    }
    if (this.#text[this.#at] === '"') this.#at += 1;
    return leaf(value, start, this.#at);
  }

  #parseHeredoc(): HclValue | undefined {
    const start = this.#at;
    heredoc.lastIndex = start;
    const opening = heredoc.exec(this.#text);
    if (!opening || start > this.#unclosed) return undefined;
    const [all, , delimiter = ''] = opening;
    const from = start + all.length;
    const found = lineOfItsOwn(this.#text, from, delimiter);
    if (!found) {
      this.#unclosed = start;
      return undefined;
    }
    const end = found.start;
    this.#at = from;
    let value = '';
    while (this.#at < end) value += this.#templatePiece();
    this.#at = found.end;
    return leaf(value, from, end);
  }

  /** The next character of a template, or a hole for an interpolation. */
  #templatePiece(): string {
    const text = this.#text;
    const sign = text[this.#at] ?? '';
    if ((sign === '$' || sign === '%') && text[this.#at + 1] === '{') {
      const start = this.#at;
      this.#at += 1;
      this.#skipBalanced();
      return hole(text.slice(start + 2, this.#at - 1).trim());
    }
    // $${ stands for ${.
    if ((sign === '$' || sign === '%') && text.startsWith(`${sign}{`, this.#at + 1)) {
      this.#at = Math.min(this.#at + 3, text.length);
      return `${sign}{`;
    }
    this.#at += 1;
    return sign;
  }

  /** Skips an expression that only Terraform can compute, and returns a hole. */
  #skipExpression(): HclValue {
    const start = this.#at;
    while (this.#at < this.#text.length && !/[\n,}\])]/.test(this.#text[this.#at] ?? '')) {
      if (/[([{"]/.test(this.#text[this.#at] ?? '')) this.#skipBalanced();
      else this.#at += 1;
    }
    const source = this.#text.slice(start, this.#at).trimEnd();
    return leaf(hole(source), start, start + source.length);
  }

  /** From a bracket or quote to behind the one that closes it. */
  #skipBalanced(): void {
    let depth = 0;
    do {
      const character = this.#text[this.#at];
      if (character === '"') this.#skipQuoted();
      else {
        if (character === '(' || character === '[' || character === '{') depth += 1;
        else if (character === ')' || character === ']' || character === '}') depth -= 1;
        this.#at += 1;
      }
    } while (depth > 0 && this.#at < this.#text.length);
  }

  #skipQuoted(): void {
    this.#at += 1;
    while (this.#at < this.#text.length && !/["\n]/.test(this.#text[this.#at] ?? '')) {
      this.#at += this.#text[this.#at] === '\\' ? 2 : 1;
    }
    this.#at = Math.min(this.#at + 1, this.#text.length);
  }

  #skipSpaces(): void {
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at += 1;
  }

  #skipTrivia(): void {
    for (;;) {
      const before = this.#at;
      this.#match(space);
      if (this.#text[this.#at] === '#' || this.#text.startsWith('//', this.#at)) {
        const end = this.#text.indexOf('\n', this.#at);
        this.#at = end < 0 ? this.#text.length : end;
      }
      if (this.#text.startsWith('/*', this.#at)) {
        const close = this.#text.indexOf('*/', this.#at + 2);
        this.#at = close < 0 ? this.#text.length : close + 2;
      }
      if (this.#at === before) return;
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

const leaf = (value: unknown, start: number, end: number): HclValue => ({
  value,
  node: { value: { start, end }, children: new Map() },
});

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function escapeAt(text: string, at: number): readonly [decoded: string, length: number] {
  const code = /^u([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
  if (code !== undefined) return [String.fromCharCode(Number.parseInt(code, 16)), 6];
  const letter = text[at + 1] ?? '';
  return [escapes[letter] ?? letter, 2];
}
