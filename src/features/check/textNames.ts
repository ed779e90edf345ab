import { showInLine } from '@/iam/unseenCharacters';
import type { CheckedText } from '@/state/check/checkSession';

/** The name of a text: its file name, or a number for pasted texts. */
export function nameOfText(texts: readonly CheckedText[], text: CheckedText): string {
  if (text.name !== '') return showInLine(text.name.split(/[\\/]/).at(-1) ?? text.name);
  const unnamed = texts.filter(({ name }) => name === '');
  return unnamed.length === 1 ? 'Untitled' : `Untitled ${unnamed.indexOf(text) + 1}`;
}
