const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A number as a sentence says it: `five`, and in digits beyond ten. */
export const countWord = (count: number): string => words[count] ?? String(count);
