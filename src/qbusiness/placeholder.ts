/** A value that is still missing, written as AWS's own pages write it: `{{account_id}}`. */
export type Placeholder = `{{${string}}}`;

export const isPlaceholder = (text: string): text is Placeholder =>
  /^\{\{[a-z0-9_]+\}\}$/.test(text);
