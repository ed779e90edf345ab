import { escapeUnseen, showUnseen } from '../iam/unseenCharacters';

/*
 * A terminal obeys control characters, also those of a file that a stranger wrote. What is printed for
 * people has them written out, and JSON has them escaped.
 */

export const printJson = (value: unknown): string =>
  `${escapeUnseen(JSON.stringify(value, null, 2))}\n`;

/** Lines for people. A lone carriage return would begin the line anew, over what stands there. */
export const printLines = (text: string): string =>
  showUnseen(text).replace(/\r(?!\n)/g, '⟨U+000D⟩');
