import type { List, PhrasingContent, RootContent, Table } from 'mdast';
import type { ReactNode } from 'react';
import type { MarkdownBlock } from '@/syntax/markdown';
import { CodeSurface } from '@/ui/code/CodeSurface';
import { PlainCode } from '@/ui/code/PlainCode';
import { ExternalLink } from '@/ui/ExternalLink';

/** HTML elements of the headings, one level lower than in the file, because the page has its own `h1`. */
const headings = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5', 5: 'h6', 6: 'h6' } as const;

/** The blocks of a Markdown file as elements of the page. */
export function RecordBlocks({ blocks }: { blocks: readonly (MarkdownBlock | RootContent)[] }) {
  return blocks.map((block, index) => <RecordBlock key={index} block={block} />);
}

function RecordBlock({ block }: { block: MarkdownBlock | RootContent }): ReactNode {
  if (block.type === 'list') return <RecordList list={block} />;
  if (block.type === 'table') return <RecordTable table={block} />;
  if (block.type === 'paragraph') {
    return (
      <p>
        <Words nodes={block.children} />
      </p>
    );
  }
  if (block.type === 'heading') {
    const Heading = headings[block.depth];
    return (
      <Heading>
        <Words nodes={block.children} />
      </Heading>
    );
  }
  if (block.type !== 'code') throw new TypeError(`A record has no ${block.type}`);
  return (
    <CodeSurface>
      <PlainCode
        language={block.lang === 'json' ? 'json' : 'shell'}
        text={block.value}
        label={block.lang === 'json' ? 'Document' : 'Command'}
        isWrapped
      />
    </CodeSurface>
  );
}

function RecordList({ list: { ordered, children } }: { list: List }) {
  const Tag = ordered === true ? 'ol' : 'ul';
  return (
    <Tag>
      {children.map((item, index) => (
        <li key={index}>
          <ListContent blocks={item.children} />
        </li>
      ))}
    </Tag>
  );
}

/** The content of a list item; a single paragraph is rendered without its element. */
function ListContent({ blocks }: { blocks: readonly RootContent[] }) {
  const [first, second] = blocks;
  return first?.type === 'paragraph' && second === undefined ? (
    <Words nodes={first.children} />
  ) : (
    <RecordBlocks blocks={blocks} />
  );
}

/** A table whose first column contains row headers. */
function RecordTable({ table: { children } }: { table: Table }) {
  const [head, ...rows] = children;
  return (
    <table>
      <thead>
        <tr>
          {head?.children.map((cell, index) => (
            <th key={index} scope="col">
              <Words nodes={cell.children} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ children: [name, ...cells] }, row) => (
          <tr key={row}>
            <th scope="row">
              <Words nodes={name?.children ?? []} />
            </th>
            {cells.map((cell, index) => (
              <td key={index}>
                <Words nodes={cell.children} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ nodes }: { nodes: readonly PhrasingContent[] }) {
  return nodes.map((node, index) => <Word key={index} node={node} />);
}

function Word({ node }: { node: PhrasingContent }): ReactNode {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return <code>{node.value}</code>;
  if (node.type !== 'strong' && node.type !== 'link') {
    throw new TypeError(`A record has no ${node.type}`);
  }
  const words = <Words nodes={node.children} />;
  if (node.type === 'strong') return <strong>{words}</strong>;
  return isSecure(node.url) ? <ExternalLink href={node.url}>{words}</ExternalLink> : words;
}

const isSecure = (url: string): url is `https://${string}` => url.startsWith('https://');
