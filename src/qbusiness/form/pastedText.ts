/** What a paste brought along and no AWS value contains. */
export type Removed =
  'spaces' | 'line breaks' | 'invisible characters' | 'quotation marks' | 'hyphens';

export interface CleanedText {
  readonly text: string;
  /** What was taken out, in the order of the type above; empty where nothing was. */
  readonly removed: readonly Removed[];
}

const invisible = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
const outerQuotes =
  /^["'`\u2018-\u201F\u00AB\u00BB]+|(?<!["'`\u2018-\u201F\u00AB\u00BB,;])["'`\u2018-\u201F\u00AB\u00BB,;]+$/g;

/**
 * Takes out what copying from a page, a table or a JSON document leaves around a value: outer
 * spaces, line breaks, quotation marks and characters that cannot be seen.
 */
export function cleanPastedText(raw: string): CleanedText {
  const removed: Removed[] = [];
  const visible = raw.replace(invisible, '');
  const joined = visible.replace(/[\r\n]+/g, ' ');
  const trimmed = joined.trim();
  const unquoted =
    /^["'`\u2018-\u201F\u00AB\u00BB]/.test(trimmed) ||
    /["'`\u2018-\u201F\u00AB\u00BB][,;]?$/.test(trimmed)
      ? trimmed.replace(outerQuotes, '').trim()
      : trimmed;
  if (/[\r\n]/.test(visible)) removed.push('line breaks');
  else if (trimmed !== joined) removed.push('spaces');
  if (visible !== raw) removed.push('invisible characters');
  if (unquoted !== trimmed) removed.push('quotation marks');
  return { text: unquoted, removed };
}

/** {@link cleanPastedText} for values that hold no space at all, such as names and identifiers. */
export function cleanIdentifier(raw: string): CleanedText {
  const cleaned = cleanPastedText(raw);
  const text = cleaned.text.replace(/[\s\u00A0]+/g, '');
  return text === cleaned.text || cleaned.removed.includes('spaces')
    ? { text, removed: cleaned.removed }
    : { text, removed: ['spaces', ...cleaned.removed] };
}
