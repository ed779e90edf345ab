import { JsonRanges, type JsonRangeNode, type TextRange } from './jsonRanges';

/**
 * The ranges of a text that `JSON.parse` accepts, found on demand: a file of many megabytes is scanned
 * once for each level of a path, and other values are skipped.
 */
export function lazyJsonRanges(text: string): JsonRanges {
  const start = skipSpace(text, 0);
  return new JsonRanges(new LazyNode(text, { start, end: skipValue(text, start) }));
}

class LazyNode implements JsonRangeNode {
  readonly value: TextRange;
  readonly key?: TextRange;
  readonly #text: string;
  #children: ReadonlyMap<string, JsonRangeNode> | undefined;

  constructor(text: string, value: TextRange, key?: TextRange) {
    this.#text = text;
    this.value = value;
    if (key) this.key = key;
  }

  get children(): ReadonlyMap<string, JsonRangeNode> {
    this.#children ??= this.#find();
    return this.#children;
  }

  #find(): ReadonlyMap<string, JsonRangeNode> {
    const children = new Map<string, JsonRangeNode>();
    const text = this.#text;
    const opener = text[this.value.start];
    if (opener !== '{' && opener !== '[') return children;
    let at = skipSpace(text, this.value.start + 1);
    while (at < this.value.end - 1) {
      let key: TextRange | undefined;
      if (opener === '{') {
        key = { start: at, end: skipText(text, at) };
        at = skipSpace(text, skipSpace(text, key.end) + 1);
      }
      const value = { start: at, end: skipValue(text, at) };
      const name = key ? String(JSON.parse(text.slice(key.start, key.end))) : String(children.size);
      children.set(name, new LazyNode(text, value, key));
      at = skipSpace(text, value.end);
      if (text[at] === ',') at = skipSpace(text, at + 1);
    }
    return children;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** From an opening quote to behind the closing one. */
function skipText(text: string, from: number): number {
  let at = from;
  do {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
  } while (isEscaped(text, at));
  return at + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

const structure = /["[\]{}]/g;
const scalarEnd = /[\s,\]}]|$/g;

function skipValue(text: string, from: number): number {
  const opener = text[from];
  if (opener === '"') return skipText(text, from);
  if (opener !== '{' && opener !== '[') {
    scalarEnd.lastIndex = from;
    return scalarEnd.exec(text)?.index ?? text.length;
  }
  let depth = 0;
  structure.lastIndex = from;
  for (let found = structure.exec(text); found; found = structure.exec(text)) {
    const [sign] = found;
    if (sign === '"') structure.lastIndex = skipText(text, found.index);
    else if (sign === '{' || sign === '[') depth += 1;
    else {
      depth -= 1;
      if (depth === 0) return found.index + 1;
    }
  }
  return text.length;
}
