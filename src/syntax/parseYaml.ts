import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type Node,
  type ParsedNode,
  type YAMLSeq,
} from 'yaml';
import { hole } from './holes';
import type { JsonRangeNode, TextRange } from './jsonRanges';

export interface ParsedYaml {
  readonly value: unknown;
  readonly node: JsonRangeNode;
}

export interface ParsedYamlDocument extends ParsedYaml {
  /** Keys that their map has already, of which the last one counts. */
  readonly repeatedKeys: readonly TextRange[];
}

/** Characters; a template of CloudFormation has at most a megabyte. */
export const maxYamlLength = 4_000_000;

/** Nodes of a document; more than any template has. */
const maxNodes = 300_000;

/** Aliases that are resolved; nested aliases could make a small text huge. */
const maxAliases = 500;
const maxNodesWithAliases = 20_000;

const maxDepth = 100;

/** Nesting that would overflow the stack of the recursive parser. */
const tooDeep = /^ {400}|(?:[-?] ){100}/m;

/**
 * The documents of a YAML text with their places. What a local tag makes, as CloudFormation's `!Ref`
 * does, becomes a hole, whether the tag is known or not; so the tags are read from the library's nodes.
 * Its `customTags` take known tags only, each for a text, a list and a map, and see no places.
 * Undefined if the text is not YAML. With `numbersAsText`, a number stays the text that was written, so
 * that an account ID keeps its leading zeros.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function parseYaml(
  text: string,
  { numbersAsText = false }: { readonly numbersAsText?: boolean } = {},
): readonly ParsedYamlDocument[] | undefined {
  if (text.length > maxYamlLength || tooDeep.test(text) || bracketDepth(text) > maxDepth) {
    return undefined;
  }
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return undefined;
  const read = documents.filter(
    ({ errors }) => !errors.some(({ code }) => code !== 'DUPLICATE_KEY'),
  );
  if (read.length === 0) return undefined;
  return read.flatMap((document) => {
    if (document.contents === null) return [];
    const reader = new YamlReader(text, document, numbersAsText);
    const { value, node } = reader.read(document.contents, 0);
    return [{ value, node, repeatedKeys: reader.repeatedKeys }];
  });
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

class YamlReader {
  readonly repeatedKeys: TextRange[] = [];
  readonly #text: string;
  readonly #document: Document.Parsed;
  readonly #numbersAsText: boolean;
  #count = 0;
  #aliases = 0;

  constructor(text: string, document: Document.Parsed, numbersAsText: boolean) {
    this.#text = text;
    this.#document = document;
    this.#numbersAsText = numbersAsText;
  }

  read(node: Node | null, depth: number): ParsedYaml {
    this.#count += 1;
    if (node === null || depth > maxDepth || this.#count > maxNodes) return leaf(null, node);
    if (isAlias(node)) {
      this.#aliases += 1;
      const isTooMuch = this.#aliases > maxAliases || this.#count > maxNodesWithAliases;
      const target = isTooMuch ? undefined : node.resolve(this.#document);
      return target ? this.read(target, depth + 1) : leaf(null, node);
    }
    const tag = node.tag;
    if (tag === '!If' && isSeq(node) && !node.items.every((item) => isScalar(item))) {
      return this.#longForm('Fn::If', node, depth);
    }
    if (tag !== undefined && tag.startsWith('!') && !tag.startsWith('!!')) {
      return leaf(this.#filledIn(tag, node), node);
    }
    if (isScalar(node)) {
      const isNumber = typeof node.value === 'number' && this.#numbersAsText;
      return leaf(isNumber ? node.source : node.value, node);
    }
    if (isSeq(node)) return this.#readList(node, depth);
    return isMap(node) ? this.#readMap(node, depth) : leaf(null, node);
  }

  #readList(node: YAMLSeq, depth: number): ParsedYaml {
    const items = node.items.map((item) => this.read(nodeIn(item), depth + 1));
    return {
      value: items.map(({ value }) => value),
      node: {
        value: rangeOf(node),
        children: new Map(items.map((item, i) => [String(i), item.node])),
      },
    };
  }

  /** A function that chooses between lists or maps, which may hold documents: as JSON writes it. */
  #longForm(name: string, node: YAMLSeq, depth: number): ParsedYaml {
    const { value, node: read } = this.#readList(node, depth);
    return {
      value: { [name]: value },
      node: { value: rangeOf(node), children: new Map([[name, read]]) },
    };
  }

  #readMap(node: Node, depth: number): ParsedYaml {
    const members: [string, unknown][] = [];
    const children = new Map<string, JsonRangeNode>();
    for (const pair of isMap(node) ? node.items : []) {
      if (!isPair(pair)) continue;
      const key = nodeIn(pair.key);
      const name = isScalar(key) ? String(key.value) : '';
      const read = this.read(nodeIn(pair.value), depth + 1);
      members.push([name, read.value]);
      const keyRange = key ? rangeOf(key) : undefined;
      const value = pair.value === null && keyRange ? keyRange : read.node.value;
      if (keyRange && children.has(name)) this.repeatedKeys.push(keyRange);
      children.set(name, { ...read.node, value, ...(keyRange && { key: keyRange }) });
    }
    return {
      value: Object.fromEntries(members),
      node: { value: rangeOf(node), children },
    };
  }

  /** The value of a function: for `!Sub` its text with holes, for any other a single hole. */
  #filledIn(tag: string, node: Node): string {
    const template = tag === '!Sub' ? (isSeq(node) ? nodeIn(node.items[0]) : node) : undefined;
    if (template && isScalar(template) && typeof template.value === 'string') {
      return fillSub(template.value);
    }
    const { start, end } = rangeOf(node);
    const written = this.#text.slice(start, end).trim();
    return hole(
      /^!(?:Ref|GetAtt)$/.test(tag) ? written.replaceAll(/['"]/g, '') : `${tag} ${written}`,
    );
  }
}

/** `Fn::Sub`: `${Name}` is filled in, and `${!Name}` stands for `${Name}`. */
export const fillSub = (template: string): string =>
  template.replaceAll(/\$\{(!?)([^${}]*)\}/g, (_, literal: string, name: string) =>
    literal ? `\${${name}}` : hole(name),
  );

const nodeIn = (value: unknown): Node | null => (isNode(value) ? value : null);

function leaf(value: unknown, node: Node | null): ParsedYaml {
  return {
    value,
    node: { value: node ? rangeOf(node) : { start: 0, end: 0 }, children: new Map() },
  };
}

function rangeOf(node: Node | ParsedNode): TextRange {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
