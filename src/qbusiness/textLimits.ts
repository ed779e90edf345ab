import { showNumber } from '../words/counts';

/**
 * Maximum lengths of texts from outside, in UTF-16 units unless said otherwise. Each is a multiple of
 * what the page itself writes; a longer text is refused unread, with a message that names the limit.
 */

/** A value of the form: longer than any of IAM's. */
export const MAX_TEXT_LENGTH = 4096;

/** The fragment of a link: 50 tags of the longest, each character written as `%E3%83%81`, and more. */
export const MAX_LINK_LENGTH = 250_000;

/**
 * A whole address that holds a table: what every server, browser and program has to take.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-4.1
 */
export const MAX_TABLE_LINK_LENGTH = 8_000;

/** Values of a link: a form has a few hundred at most. */
export const MAX_LINK_VALUES = 2_000;

/** What is pasted to fill in the form. The rest is left out. */
export const MAX_PASTE_LENGTH = 100_000;

/** A file of drafts, or all that the browser keeps under one key. */
export const MAX_DRAFTS_LENGTH = 2_000_000;

/** Entries of one list of the form: more than any list takes. */
export const MAX_ROWS = 200;

/** Drafts in one file. */
export const MAX_DRAFTS = 1_000;

/** Bytes of a file of drafts: no character takes more than three, and few take more than one. */
export const MAX_DRAFTS_BYTES = 2 * MAX_DRAFTS_LENGTH;

/** `The link has 300,000 characters; at most 250,000 are read`. */
export const beyondLimit = (what: string, length: number, limit: number, unit = 'characters') =>
  `${what} has ${showNumber(length)} ${unit}; at most ${showNumber(limit)} are read`;
