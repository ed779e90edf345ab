const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count in a sentence: a word up to ten (`five`), digits above. */
export const countWord = (count: number): string => words[count] ?? String(count);
