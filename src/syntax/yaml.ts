import { Document, Pair, Scalar, YAMLMap, YAMLSeq, type ScalarTag } from 'yaml';

/**
 * YAML as data, for CloudFormation. Meant to be imported as a namespace:
 * `yaml.map([['Role', yaml.tag('!Ref', 'Role')]])`.
 */
export type Node = string | number | boolean | null | readonly Node[] | MapNode | TagNode;

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}

/** A key with its value; the comment is printed on its own lines above the key. */
export type MapEntry = readonly [key: string, value: Node, comment?: string];

/** A value under a tag such as `!Ref`, `!Sub` or `!GetAtt`. */
export interface TagNode {
  readonly kind: 'tag';
  readonly tag: `!${string}`;
  readonly value: Exclude<Node, TagNode>;
}

export const map = (entries: readonly MapEntry[]): MapNode => ({ kind: 'map', entries });

export const tag = (tag: TagNode['tag'], value: TagNode['value']): TagNode => ({
  kind: 'tag',
  tag,
  value,
});

/**
 * A JSON value as a node.
 *
 * @throws TypeError for what JSON has no form for.
 */
export function literal(value: unknown): Exclude<Node, TagNode> {
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value === 'object' && value !== null) {
    return map(Object.entries(value).map(([key, inner]) => [key, literal(inner)]));
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`YAML has no literal for a value of type ${typeof value}.`);
}

/**
 * One YAML document, in ASCII but for comments, ending in a line feed. Every string is in double quotes, so that
 * no reader of YAML 1.1 takes it for a number, a truth value or a date; keys are bare where both
 * YAML 1.1 and 1.2 read them as text.
 *
 * @throws RangeError for half a surrogate pair, which has no form in YAML.
 */
export function printYaml(root: Node, options: { readonly header?: string } = {}): string {
  const document = new Document(null, { customTags: (tags) => [quotedString, ...tags] });
  document.contents = toYaml(root);
  if (options.header !== undefined) document.commentBefore = commentText(options.header);
  return document.toString({ lineWidth: 0, nullStr: 'null', flowCollectionPadding: false });
}

const quotedString: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string',
  resolve: (text) => text,
  stringify: (node) => {
    const text = String(node.value);
    return node.type === Scalar.PLAIN ? text : quoteYaml(text);
  },
};

/** @throws RangeError for half a surrogate pair, which has no form in YAML. */
export function quoteYaml(text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new RangeError('YAML cannot hold half a surrogate pair.');
  }
  return `"${text.replaceAll(/[\\"]/g, String.raw`\$&`).replaceAll(/[^ -~]/gu, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  const short = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` }[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return String.raw`\x${hex.padStart(2, '0')}`;
  if (code <= 0xffff) return String.raw`\u${hex.padStart(4, '0')}`;
  return String.raw`\U${hex.padStart(8, '0')}`;
}

function toYaml(node: Node): Scalar | YAMLMap | YAMLSeq {
  if (node === null || typeof node !== 'object') return new Scalar(node);
  if (isList(node)) {
    const list = new YAMLSeq();
    list.items = node.map(toYaml);
    list.flow = node.length === 0;
    return list;
  }
  if (node.kind === 'tag') {
    const tagged = toYaml(node.value);
    tagged.tag = node.tag;
    return tagged;
  }
  const result = new YAMLMap();
  result.items = node.entries.map(
    ([key, value, comment]) => new Pair(toKey(key, comment), toYaml(value)),
  );
  result.flow = node.entries.length === 0;
  return result;
}

function toKey(key: string, comment: string | undefined): Scalar {
  const scalar = new Scalar(key);
  if (plainKey.test(key) && !notText.test(key)) scalar.type = Scalar.PLAIN;
  if (comment !== undefined) scalar.commentBefore = commentText(comment);
  return scalar;
}

const plainKey = /^[A-Za-z][A-Za-z0-9_./-]*(?::+[A-Za-z0-9_./-]+)*$/;

/** @see https://yaml.org/type/bool.html */
const notText = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

const isList = (node: object): node is readonly Node[] => Array.isArray(node);

function commentText(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => ` ${line}`.trimEnd())
    .join('\n');
}
