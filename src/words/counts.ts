/** A number as a text shows it: `12,000`. */
export const showNumber = (number: number): string => number.toLocaleString('en-US');

/** So many of something: `1 row`, `2 rows`, `12,000 policies`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${showNumber(count)} ${count === 1 ? one : many}`;

const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A count in a sentence: a word up to twelve (`five`), digits above. */
export const countWord = (count: number): string => words[count] ?? String(count);

/** The text as a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first `most` of a list, and in words how many more there are: `12 more`. */
export function firstOf<T>(
  all: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly more: string | undefined } {
  return {
    shown: all.slice(0, most),
    more: all.length > most ? `${showNumber(all.length - most)} more` : undefined,
  };
}

/** The first `most` texts; a last one counts the others: `12 more`. */
export function cutList(texts: readonly string[], most: number): readonly string[] {
  const { shown, more } = firstOf(texts, most);
  return more === undefined ? shown : [...shown, more];
}
