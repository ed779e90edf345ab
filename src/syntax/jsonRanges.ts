/** Offsets in UTF-16 code units; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Names of properties and indexes of elements, from the root: `['Statement', 0, 'Action']`. */
export type JsonPath = readonly (string | number)[];

/** Where a value stands in a text, and its property's name, both with their quotes. */
export interface JsonRange {
  /** Absent for the root and for elements of a list. */
  readonly key?: TextRange;
  readonly value: TextRange;
}

/** A `JsonRange` with those of the values inside it, by name or by index. */
export interface JsonRangeNode extends JsonRange {
  readonly children: ReadonlyMap<string, JsonRangeNode>;
}

/**
 * Finds the ranges of a JSON text by path. It walks a tree rather than keeping a map of whole
 * paths, whose size would be the square of that of a hostile text.
 */
export class JsonRanges {
  readonly #root: JsonRangeNode | undefined;

  constructor(root: JsonRangeNode | undefined) {
    this.#root = root;
  }

  /** By JSON pointer: `''` is the root, `/Statement/0/Action` an action. */
  get(pointer: string): JsonRange | undefined {
    if (pointer === '') return this.#root;
    if (!pointer.startsWith('/')) return undefined;
    return this.at(pointer.slice(1).split('/').map(unescapePointer));
  }

  at(path: JsonPath): JsonRangeNode | undefined {
    let node = this.#root;
    for (const step of path) node = node?.children.get(String(step));
    return node;
  }

  /** Every value with its path, parents before children. */
  *entries(): Generator<readonly [JsonPath, JsonRange]> {
    if (this.#root) yield* entriesBelow([], this.#root);
  }
}

/**
 * The path as a JSON pointer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function jsonPointer(path: JsonPath): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function* entriesBelow(
  path: JsonPath,
  node: JsonRangeNode,
): Generator<readonly [JsonPath, JsonRange]> {
  yield [path, node];
  for (const [name, child] of node.children) {
    yield* entriesBelow([...path, child.key ? name : Number(name)], child);
  }
}
