/**
 * GitHub Flavored Markdown as data. Meant to be imported as a namespace:
 * `markdown.printMarkdown([markdown.heading(2, 'Order of work')])`.
 *
 * @see https://github.github.com/gfm/
 */
export type Block = Heading | Paragraph | List | Table | CodeBlock;

/** Plain strings are text: nothing in them is ever taken for markup. */
export type Inline = string | InlineCode | Strong | Link;

export type Content = Inline | readonly Inline[];

export interface InlineCode {
  readonly kind: 'code';
  readonly text: string;
}

export interface Strong {
  readonly kind: 'strong';
  readonly text: string;
}

export interface Link {
  readonly kind: 'link';
  readonly text: string;
  readonly url: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly content: Content;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: Content;
}

export interface List {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  /** One line, or blocks below each other. */
  readonly items: readonly (Content | { readonly blocks: readonly Block[] })[];
}

export interface Table {
  readonly kind: 'table';
  readonly head: readonly Content[];
  /** Each as long as the head. */
  readonly rows: readonly (readonly Content[])[];
}

export interface CodeBlock {
  readonly kind: 'codeBlock';
  readonly language: string;
  readonly code: string;
}

export const code = (text: string): InlineCode => ({ kind: 'code', text });

export const strong = (text: string): Strong => ({ kind: 'strong', text });

export const link = (text: string, url: string): Link => ({ kind: 'link', text, url });

export const heading = (level: Heading['level'], content: Content): Heading => ({
  kind: 'heading',
  level,
  content,
});

export const paragraph = (content: Content): Paragraph => ({ kind: 'paragraph', content });

export const bulletList = (items: List['items']): List => ({
  kind: 'list',
  isOrdered: false,
  items,
});

export const numberedList = (items: List['items']): List => ({
  kind: 'list',
  isOrdered: true,
  items,
});

export const table = (head: Table['head'], rows: Table['rows']): Table => ({
  kind: 'table',
  head,
  rows,
});

export const codeBlock = (language: string, code: string): CodeBlock => ({
  kind: 'codeBlock',
  language,
  code,
});

/**
 * The blocks with an empty line between them and a line feed at the end.
 *
 * @throws RangeError for a link that is no `https://` address and for a language with odd characters.
 */
export function printMarkdown(blocks: readonly Block[]): string {
  return `${printBlocks(blocks)}\n`;
}

/**
 * Text on one line without any markup in it. White space of all kinds becomes single spaces; outer
 * white space is dropped.
 */
function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*[\]<>|~&#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, String.raw`\$&`)
    .replace(/^([+=-])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

/** A code span on one line that no backtick in it ends. */
function printInlineCode(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** A fenced block, with a fence longer than any run of backticks in the code. */
function printCodeBlock({ language, code }: CodeBlock): string {
  if (!/^[A-Za-z0-9+#-]*$/.test(language)) {
    throw new RangeError(`Not a name of a language: ${JSON.stringify(language)}`);
  }
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  const lines = code.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  return `${fence}${language}\n${lines}\n${fence}`;
}

function printBlocks(blocks: readonly Block[]): string {
  return blocks.map(printBlock).join('\n\n');
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${printContent(block.content)}`;
    case 'paragraph':
      return printContent(block.content);
    case 'list':
      return printList(block);
    case 'table':
      return printTable(block);
    case 'codeBlock':
      return printCodeBlock(block);
  }
}

function printContent(content: Content): string {
  return mergeText(content).map(printInline).join('').trim();
}

/** Neighbouring texts as one, since together they may look like markup. */
function mergeText(content: Content): readonly Inline[] {
  const merged: Inline[] = [];
  for (const part of isList(content) ? content : [content]) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + part;
    else if (typeof part === 'string' || printInline(part) !== '') merged.push(part);
  }
  return merged;
}

function printInline(part: Inline): string {
  if (typeof part === 'string') {
    const text = escapeMarkdown(part);
    if (text === '') return part === '' ? '' : ' ';
    return `${/^\s/.test(part) ? ' ' : ''}${text}${/\s$/.test(part) ? ' ' : ''}`;
  }
  switch (part.kind) {
    case 'code':
      return printInlineCode(part.text);
    case 'strong': {
      const text = escapeMarkdown(part.text);
      return text === '' ? '' : `**${text}**`;
    }
    case 'link':
      return `[${escapeMarkdown(part.text)}](<${encodeLink(part.url)}>)`;
  }
}

function encodeLink(url: string): string {
  if (!url.startsWith('https://')) throw new RangeError(`Not a link: ${JSON.stringify(url)}`);
  return url.replaceAll(/[^!#-;=?-[\]_a-z~]/gu, (character) => encodeURIComponent(character));
}

function printList({ isOrdered, items }: List): string {
  return items
    .map((item, index) => {
      const marker = isOrdered ? `${index + 1}. ` : '- ';
      const text = hasBlocks(item) ? printBlocks(item.blocks) : printContent(item);
      return (marker + text.replaceAll(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`)).trimEnd();
    })
    .join(items.some(hasBlocks) ? '\n\n' : '\n');
}

function printTable({ head, rows }: Table): string {
  const cells = [head, ...rows].map((row) => row.map(printCell));
  const lines = cells.map((row) => `| ${row.join(' | ')} |`);
  lines.splice(1, 0, `|${' --- |'.repeat(head.length)}`);
  return lines.join('\n');
}

/**
 * A bar ends a cell even in a code span, unless it is escaped; a backslash before that has no form
 * there that all readers agree on, so such code becomes text.
 */
function printCell(content: Content): string {
  return mergeText(content)
    .map((part) => {
      if (typeof part === 'string' || part.kind !== 'code') return printInline(part);
      if (part.text.includes(String.raw`\|`)) return escapeMarkdown(part.text);
      return printInlineCode(part.text).replaceAll('|', String.raw`\|`);
    })
    .join('')
    .trim();
}

const isList = (content: Content): content is readonly Inline[] => Array.isArray(content);

const hasBlocks = (item: List['items'][number]): item is { readonly blocks: readonly Block[] } =>
  typeof item === 'object' && 'blocks' in item;

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}
