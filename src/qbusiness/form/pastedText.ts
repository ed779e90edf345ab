import { withoutUnseen } from '../../iam/unseenCharacters';

/** What can be removed from a pasted text, because no AWS value contains it. */
export type Removed =
  'spaces' | 'line breaks' | 'invisible characters' | 'quotation marks' | 'hyphens';

export interface CleanedText {
  readonly text: string;
  /** The kinds of what was removed; empty if nothing was. */
  readonly removed: readonly Removed[];
}

/** The text without characters that cannot be seen; line breaks of every kind are line feeds. */
export const visibleText = (raw: string): string =>
  withoutUnseen(raw.replace(/[\u2028\u2029]/g, '\n'));

const quotes = '"\'`\u2018-\u201F\u00AB\u00BB';
const startsQuoted = new RegExp(`^[${quotes}]`);
const endsQuoted = new RegExp(`[${quotes}][,;]?$`);
const opening = new RegExp(`[${quotes}\\s]`);
const closing = new RegExp(`[${quotes}\\s,;]`);
const lineBreak = /[\r\n]/;

/**
 * Removes what copying from a page, a table or a JSON document leaves around a value: outer spaces and
 * line breaks, quotation marks, and invisible characters. Other characters inside the value stay, for
 * the field to accept or refuse; line breaks inside become spaces.
 */
export const cleanPastedText = (raw: string): CleanedText => unquote(onOneLine(trim(raw)));

/**
 * {@link cleanPastedText} for values that never contain white space, such as ARNs and account IDs:
 * white space inside is removed as well.
 */
export function cleanIdentifier(raw: string): CleanedText {
  const { text, removed } = trim(raw);
  const joined = text.replace(/\s+/g, '');
  if (joined === text) return unquote({ text, removed });
  const what = lineBreak.test(text) ? 'line breaks' : 'spaces';
  return unquote({
    text: joined,
    removed: removed.includes(what) ? removed : [what, ...removed],
  });
}

/**
 * {@link cleanPastedText} for free text, which keeps its quotation marks. The text is normalized to
 * Unicode NFC, as Terraform normalizes it: else the tools would give the role different texts.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function cleanFreeText(raw: string): CleanedText {
  const { text, removed } = trim(raw);
  return { text: text.normalize('NFC'), removed };
}

/** {@link cleanFreeText} on one line: a line break becomes a space. */
export const cleanLine = (raw: string): CleanedText => onOneLine(cleanFreeText(raw));

/** Replaces line breaks by spaces: a field of one line would not show them. */
function onOneLine({ text, removed }: CleanedText): CleanedText {
  if (!lineBreak.test(text)) return { text, removed };
  const others = removed.filter((what) => what !== 'line breaks');
  return { text: text.split(/[\r\n]+/).join(' '), removed: ['line breaks', ...others] };
}

/** Removes invisible characters, and white space around the text. */
function trim(raw: string): CleanedText {
  const visible = visibleText(raw);
  const text = visible.trim();
  const outer =
    visible.slice(0, visible.length - visible.trimStart().length) +
    visible.slice(visible.trimEnd().length);
  const removed: Removed[] = [];
  if (lineBreak.test(outer)) removed.push('line breaks');
  else if (outer !== '') removed.push('spaces');
  if (visible.length !== raw.length) removed.push('invisible characters');
  return { text, removed };
}

function unquote({ text, removed }: CleanedText): CleanedText {
  if (!startsQuoted.test(text) && !endsQuoted.test(text)) return { text, removed };
  let start = 0;
  let end = text.length;
  while (start < end && opening.test(text.charAt(start))) start += 1;
  while (end > start && closing.test(text.charAt(end - 1))) end -= 1;
  return { text: text.slice(start, end), removed: [...removed, 'quotation marks'] };
}
