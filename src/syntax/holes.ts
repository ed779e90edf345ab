/** Private-use characters, which no document holds. */
const open = '\uE000';
const close = '\uE001';

/**
 * Stands in a text for what a tool fills in later, such as `var.region`: the marks of `unknownPart`
 * in `iam/unknownValue`, around a name that may also stand inside a JSON text.
 */
export const hole = (name: string): string =>
  `${open}${name
    .slice(0, 200)
    .replaceAll('"', "'")
    .replaceAll(/[\uE000\uE001\\\s]+/g, ' ')
    .trim()}${close}`;

/** The name, if the text is one hole and nothing else. */
export const holeName = (text: string): string | undefined =>
  /^\uE000([^\uE001]*)\uE001$/.exec(text)?.[1];
