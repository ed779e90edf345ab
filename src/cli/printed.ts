import { escapeUnseen, showUnseen } from '../iam/unseenCharacters';

/*
 * Terminals execute control characters, also those in a file from somebody else. Output for people shows
 * them as text, and JSON escapes them.
 */

export const printJson = (value: unknown): string =>
  `${escapeUnseen(JSON.stringify(value, null, 2))}\n`;

/** Lines for people. A lone carriage return is shown as text, because it would overwrite the line. */
export const printLines = (text: string): string =>
  showUnseen(text).replace(/\r(?!\n)/g, '⟨U+000D⟩');
