import { Fragment, type ReactNode } from 'react';
import type { Block, Content, Inline, List } from '@/syntax/markdown';
import { CodeSurface } from '@/ui/code/CodeSurface';
import { PlainCode } from '@/ui/code/PlainCode';
import { ExternalLink } from '@/ui/ExternalLink';

/** One lower than in the file: the page has a first heading of its own. */
const headings = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5' } as const;

/** The blocks of a Markdown file as elements of the page. */
export function RecordBlocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <RecordBlock key={index} block={block} />);
}

function RecordBlock({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = headings[block.level];
      return (
        <Heading>
          <Words content={block.content} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Words content={block.content} />
        </p>
      );
    case 'list':
      return <RecordList list={block} />;
    case 'table':
      return <RecordTable head={block.head} rows={block.rows} />;
    case 'codeBlock':
      return (
        <CodeSurface>
          <PlainCode
            language={block.language === 'json' ? 'json' : 'shell'}
            text={block.code.replace(/\n$/, '')}
            label={block.language === 'json' ? 'Document' : 'Command'}
            isWrapped
          />
        </CodeSurface>
      );
  }
}

function RecordList({ list: { isOrdered, items } }: { list: List }) {
  const Tag = isOrdered ? 'ol' : 'ul';
  return (
    <Tag>
      {items.map((item, index) => (
        <li key={index}>
          {typeof item === 'object' && 'blocks' in item ? (
            <RecordBlocks blocks={item.blocks} />
          ) : (
            <Words content={item} />
          )}
        </li>
      ))}
    </Tag>
  );
}

interface RecordTableProps {
  readonly head: readonly Content[];
  readonly rows: readonly (readonly Content[])[];
}

/** The first cell of a row names it. */
function RecordTable({ head, rows }: RecordTableProps) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col">
              <Words content={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells], row) => (
          <tr key={row}>
            <th scope="row">
              <Words content={name} />
            </th>
            {cells.map((cell, index) => (
              <td key={index}>
                <Words content={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isList = (content: Content): content is readonly Inline[] => Array.isArray(content);

function Words({ content }: { content: Content }) {
  return (isList(content) ? content : [content]).map((part, index) => (
    <Fragment key={index}>{inline(part)}</Fragment>
  ));
}

function inline(part: Inline): ReactNode {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'link':
      return isSecure(part.url) ? (
        <ExternalLink href={part.url}>{part.text}</ExternalLink>
      ) : (
        part.text
      );
  }
}

const isSecure = (url: string): url is `https://${string}` => url.startsWith('https://');
