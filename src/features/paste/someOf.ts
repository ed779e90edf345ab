/** More of a kind are counted: a paste can hold thousands. */
const mostShown = 10;

/** The first of the texts, and how many there are besides. */
export const someOf = (texts: readonly string[]): readonly string[] =>
  texts.length <= mostShown
    ? texts
    : [...texts.slice(0, mostShown), `${(texts.length - mostShown).toLocaleString('en-US')} more`];
