/** A name or value from a document, as it stands in a sentence: an empty one would leave a hole. */
export const nameInWords = (name: string): string => (name === '' ? '“”' : name);
