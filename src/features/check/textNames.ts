import type { CheckedText } from '@/state/check/checkSession';

/** What to call a text: its file, or its place among those without one. */
export function nameOfText(texts: readonly CheckedText[], text: CheckedText): string {
  if (text.name !== '') return text.name.split(/[\\/]/).at(-1) ?? text.name;
  const unnamed = texts.filter(({ name }) => name === '');
  return unnamed.length === 1 ? 'Untitled' : `Untitled ${unnamed.indexOf(text) + 1}`;
}
