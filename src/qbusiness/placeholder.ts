/** A value that is still missing, written as AWS's own pages write it: `{{account_id}}`. */
export type Placeholder = `{{${string}}}`;

/** Matches each placeholder in a text. */
export const placeholderPattern = /\{\{[a-z0-9_]+\}\}/g;

export const isPlaceholder = (text: string): text is Placeholder =>
  /^\{\{[a-z0-9_]+\}\}$/.test(text);
