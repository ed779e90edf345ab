import { cutList } from '@/words/counts';

/** The first ten of the texts, and how many more there are: a paste can hold thousands. */
export const someOf = (texts: readonly string[]): readonly string[] => cutList(texts, 10);
