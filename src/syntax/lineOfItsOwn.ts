import type { TextRange } from './jsonRanges';

/** The first line, from an offset on, that consists of the word and white space only. */
export function lineOfItsOwn(text: string, from: number, word: string): TextRange | undefined {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + word.length)) {
    let start = at;
    while (start > from && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
    let end = at + word.length;
    while (text[end] === ' ' || text[end] === '\t' || text[end] === '\r') end += 1;
    const isAtStart = start === from || text[start - 1] === '\n';
    const isAtEnd = end >= text.length || text[end] === '\n';
    if (isAtStart && isAtEnd) return { start, end };
  }
  return undefined;
}
