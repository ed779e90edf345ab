import type { TextRange } from '../../syntax/jsonRanges';
import { partOf, type Reader, type Reading } from './source';

/** A page of prose with code between fences: every block is read by itself. */
export const markdown: Reader = {
  name: 'Markdown page',
  maxLength: 10_000_000,
  read: (source, readInner) => {
    const readings: Reading[] = [];
    for (const range of fencedBlocks(source.text)) {
      if (readings.length === maxBlocks) break;
      const part = partOf(source, range);
      if (worthReading.test(part.text)) readings.push(readInner(part));
    }
    if (!readings.some(({ trees }) => trees.length > 0)) return undefined;
    return { trees: readings.flatMap(({ trees }) => trees) };
  },
};

/** A word that every policy document contains, in any form of text. */
const worthReading = /statement|policy/i;

const maxBlocks = 1_000;

function* fencedBlocks(text: string): Generator<TextRange> {
  let opened: { readonly fence: string; readonly start: number } | undefined;
  for (const match of text.matchAll(/^[ \t>]*(`{3,}|~{3,})[^\n]*(?:\n|$)/gm)) {
    const fence = match[1] ?? '';
    if (!opened) opened = { fence, start: match.index + match[0].length };
    else if (fence.startsWith(opened.fence)) {
      yield { start: opened.start, end: match.index };
      opened = undefined;
    }
  }
}
