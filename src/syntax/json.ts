import { JsonRanges, type JsonRangeNode, type TextRange } from './jsonRanges';

/** A text together with where every key and value of it stands. */
export interface PrintedJson {
  readonly text: string;
  readonly ranges: JsonRanges;
}

/**
 * JSON with two spaces of indent, one element per line, keys in the order given, ASCII only, and a
 * line feed at the end.
 *
 * @throws TypeError for what JSON has no form for: `undefined`, functions, NaN and the infinities.
 */
export function printJson(value: unknown): string {
  return printJsonWithRanges(value).text;
}

/** As `printJson`, with the place of every key and value. */
export function printJsonWithRanges(value: unknown): PrintedJson {
  const chunks: string[] = [];
  let length = 0;

  const write = (chunk: string): TextRange => {
    const start = length;
    chunks.push(chunk);
    length += chunk.length;
    return { start, end: length };
  };

  const writeItems = <Item>(
    [open, close]: readonly [string, string],
    items: readonly Item[],
    indent: string,
    writeItem: (item: Item, index: number) => readonly [string, JsonRangeNode],
  ): JsonRangeNode => {
    const { start } = write(open);
    const children = new Map<string, JsonRangeNode>();
    items.forEach((item, index) => {
      write(`${index === 0 ? '' : ','}\n${indent}  `);
      const [name, node] = writeItem(item, index);
      children.set(name, node);
    });
    if (items.length > 0) write(`\n${indent}`);
    const { end } = write(close);
    return { value: { start, end }, children };
  };

  const writeValue = (item: unknown, indent: string): JsonRangeNode => {
    const deeper = `${indent}  `;
    if (Array.isArray(item)) {
      return writeItems(['[', ']'], item as readonly unknown[], indent, (element, index) => [
        String(index),
        writeValue(element, deeper),
      ]);
    }
    if (typeof item === 'object' && item !== null) {
      return writeItems(['{', '}'], Object.entries(item), indent, ([name, property]) => {
        const key = write(quoteJson(name));
        write(': ');
        return [name, { key, ...writeValue(property, deeper) }];
      });
    }
    return { value: write(printScalar(item)), children: new Map() };
  };

  const root = writeValue(value, '');
  write('\n');
  return { text: chunks.join(''), ranges: new JsonRanges(root) };
}

/** A JSON string literal in ASCII. */
export function quoteJson(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function printScalar(value: unknown): string {
  if (typeof value === 'string') return quoteJson(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError(
    `JSON has no form for ${typeof value === 'number' ? String(value) : `a value of type ${typeof value}`}.`,
  );
}
