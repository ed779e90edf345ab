import { Fragment } from 'react';
import { wordBorders, lineBreaks } from './code/lineBreaks';

/** Characters; shorter names stay whole. */
const longest = 20;

const partsOf = (text: string): readonly string[] => {
  const ends = [...lineBreaks(text), text.length];
  return ends.flatMap((end, i) => {
    const part = text.slice(ends[i - 1] ?? 0, end);
    return part.length > longest ? part.split(wordBorders) : [part];
  });
};

/**
 * A text with long identifiers, which may wrap behind a colon or a slash or between their words. Copying
 * gives the text unchanged.
 */
export function WordBreaks({ children }: { readonly children: string }) {
  return partsOf(children).map((part, i) => (
    // The parts of a text have no other name than their place.
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
