import { lazyJsonRanges } from '../../syntax/lazyJsonRanges';
import type { ParsedJson } from '../../syntax/jsonParser';
import { parseJson } from '../../syntax/parseJson';
import type { Reader, Source, SourceTree } from './source';

/** Characters; in a longer text, the places of values are looked up only when they are needed. */
const lazyLength = 1_000_000;

/** Nested more deeply than any answer of AWS. */
const maxDepth = 500;

/** JSON as programs write it: one value and nothing else. */
export const json: Reader = {
  name: 'JSON',
  maxLength: 500_000_000,
  isSure: true,
  read: (source) => {
    const { text } = source;
    const start = text.search(/\S/);
    if (!/[{["]/.test(text[start] ?? '')) return undefined;
    const value = parseStrictly(text);
    if (value === undefined) return undefined;
    if (text.length > lazyLength) {
      if (isDeep(value)) return undefined;
      const range = { start, end: text.trimEnd().length };
      const ranges = lazyJsonRanges(text);
      return {
        trees: [
          {
            source,
            value,
            ranges,
            range,
            isJson: true,
            issues: [],
            repairs: [],
            isUnchecked: true,
          },
        ],
      };
    }
    return { trees: [jsonTree(source, parseJson(text))] };
  },
};

export const jsonTree = (
  source: Source,
  { value, ranges, issues, edits, start, end }: ParsedJson,
): SourceTree => ({
  source,
  value,
  ranges,
  range: { start, end },
  isJson: true,
  issues,
  repairs: edits,
});

function parseStrictly(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether the value is nested so deeply that recursive functions would overflow the stack. */
function isDeep(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
