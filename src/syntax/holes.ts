/** Private-use characters, which policy documents do not contain. */
const open = '\uE000';
const close = '\uE001';

/**
 * Marks a value that a tool fills in later, by its name, such as `var.region`; the name is made safe for
 * JSON. `iam/unknownValue` recognises the marks.
 */
export const hole = (name: string): string =>
  `${open}${name
    .slice(0, 200)
    .replaceAll('"', "'")
    .replaceAll(/[\uE000\uE001\\\s]+/g, ' ')
    .trim()}${close}`;

/** The name of the hole, if the text consists of one only. */
export const holeName = (text: string): string | undefined =>
  /^\uE000([^\uE001]*)\uE001$/.exec(text)?.[1];
