import type {
  Code,
  Heading,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Strong,
  Table,
  Text,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/**
 * GitHub Flavored Markdown as nodes of mdast. Meant to be imported as a namespace:
 * `markdown.printMarkdown([markdown.heading(2, 'Order of work')])`.
 *
 * @see https://github.com/syntax-tree/mdast
 */
export type MarkdownBlock = Heading | Paragraph | List | Table | Code;

/** Strings are plain text: markup in them is escaped, and no part of them becomes a link. */
export type Inline = string | InlineCode | Strong | Link;

export type Content = Inline | readonly Inline[];

export const code = (value: string): InlineCode => ({ type: 'inlineCode', value: oneLine(value) });

export const strong = (text: string): Strong => ({ type: 'strong', children: phrasing(text) });

/** @throws RangeError for what is no `https://` address */
export function link(text: string, url: string): Link {
  if (!url.startsWith('https://')) throw new RangeError(`Not a link: ${JSON.stringify(url)}`);
  return { type: 'link', url, children: [{ type: 'text', value: oneLine(text) }] };
}

export const heading = (depth: 1 | 2 | 3 | 4, content: Content): Heading => ({
  type: 'heading',
  depth,
  children: phrasing(content),
});

export const paragraph = (content: Content): Paragraph => ({
  type: 'paragraph',
  children: phrasing(content),
});

/** One line, or blocks below each other. */
export type Item = Content | { readonly blocks: readonly MarkdownBlock[] };

export const bulletList = (items: readonly Item[]): List => list(items, false);

export const numberedList = (items: readonly Item[]): List => list(items, true);

function list(items: readonly Item[], ordered: boolean): List {
  const spread = items.some(hasBlocks);
  const children = items.map((item): ListItem => ({
    type: 'listItem',
    spread,
    children: hasBlocks(item) ? [...item.blocks] : [paragraph(item)],
  }));
  return { type: 'list', ordered, spread, children };
}

/** Each row is as long as the head. */
export const table = (head: readonly Content[], rows: readonly (readonly Content[])[]): Table => ({
  type: 'table',
  children: [head, ...rows].map((row) => ({
    type: 'tableRow',
    children: row.map((cell) => ({
      type: 'tableCell',
      children: phrasing(cell).flatMap(withoutEscapedBar),
    })),
  })),
});

/** @throws RangeError for a language with odd characters */
export function codeBlock(lang: string, text: string): Code {
  if (!/^[A-Za-z0-9+#-]*$/.test(lang)) {
    throw new RangeError(`Not a name of a language: ${JSON.stringify(lang)}`);
  }
  return { type: 'code', lang, value: text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '') };
}

/** The blocks with an empty line between them and a line feed at the end. */
export const printMarkdown = (blocks: readonly MarkdownBlock[]): string =>
  toMarkdown(
    { type: 'root', children: [...blocks] },
    {
      bullet: '-',
      fences: true,
      listItemIndent: 'one',
      resourceLink: true,
      // A `<` in front of code could be read as the start of an address in angle brackets.
      unsafe: [{ character: '<', inConstruct: 'phrasing' }],
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    },
  );

/** The content as nodes on one line: trimmed, and with adjacent nodes of the same type merged. */
function phrasing(content: Content): PhrasingContent[] {
  const parts = isList(content) ? content : [content];
  const nodes: PhrasingContent[] = [];
  let pending = '';
  const flush = () => {
    nodes.push(...textNodes(pending));
    pending = '';
  };
  for (const part of parts) {
    if (typeof part === 'string') {
      pending += part;
    } else if (part.type !== 'inlineCode' || part.value !== '') {
      flush();
      // Markdown parsers disagree on code with asterisks inside strong text.
      const isPlain = part.type !== 'strong' || part.children.every(({ type }) => type === 'text');
      nodes.push(...(isPlain ? [part] : part.children));
    }
  }
  flush();
  return trimmed(merged(nodes));
}

/**
 * Text that GitHub turns into a link even if it is escaped: addresses, mentions, issues. And what it
 * shows as a picture or as mathematics: `:heart:`, `$x$`.
 */
const linked = /@[\w.-]|:\/\/|www\.|#\d|GH-\d|:[\w+-]+:|\$/i;

/** Text as nodes; words that GitHub would turn into links become code. */
const textNodes = (text: string): readonly (Text | InlineCode)[] =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .split(/( )/)
    .filter((word) => word !== '')
    .flatMap((word): readonly (Text | InlineCode)[] => {
      if (!linked.test(word)) return [{ type: 'text', value: word }];
      const body = word.replace(/(?<![.,;:])[.,;:]+$/, '');
      if (body === word || !linked.test(body)) return [{ type: 'inlineCode', value: word }];
      return [
        { type: 'inlineCode', value: body },
        { type: 'text', value: word.slice(body.length) },
      ];
    });

/** Merges adjacent nodes of one type: two adjacent code spans would be parsed as one with backticks in it. */
function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (
      (node.type === 'text' && last?.type === 'text') ||
      (node.type === 'inlineCode' && last?.type === 'inlineCode')
    ) {
      result[result.length - 1] = { ...last, value: last.value + node.value };
    } else {
      result.push(node);
    }
  }
  return result;
}

function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.length - 1;
  return nodes
    .map((node, index) => {
      if (node.type !== 'text') return node;
      const start = index === 0 ? node.value.trimStart() : node.value;
      return { ...node, value: index === last ? start.trimEnd() : start };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
}

/** In a table, code cannot contain `\|`: the node is split, with the pair as text between two code spans. */
function withoutEscapedBar(node: PhrasingContent): readonly PhrasingContent[] {
  if (node.type !== 'inlineCode') return [node];
  return node.value
    .split(/(\\\|)/)
    .filter((part) => part !== '')
    .map((value) => ({ type: value === String.raw`\|` ? 'text' : 'inlineCode', value }));
}

const isList = (content: Content): content is readonly Inline[] => Array.isArray(content);

const hasBlocks = (item: Item): item is { readonly blocks: readonly MarkdownBlock[] } =>
  typeof item === 'object' && 'blocks' in item;

const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
