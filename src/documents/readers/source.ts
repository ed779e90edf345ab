import type { EmbeddedText } from '../embeddedText';
import type { JsonIssue } from '../../syntax/jsonIssue';
import type { JsonRanges, TextRange } from '../../syntax/jsonRanges';
import type { TextEdit } from '../../syntax/textEdit';

/** A text for the readers: the pasted text, or a text inside it, decoded. */
export interface Source {
  readonly text: string;
  /** The range in the pasted text for a range of this one. */
  readonly outer: (range: TextRange) => TextRange;
  /** Whether the pasted text has it without encoding, so that edits can be applied there. */
  readonly isVerbatim: boolean;
  /** How it was written inside another text. */
  readonly encoding?: 'url' | 'json' | 'shell' | 'template';
  /** The range of the string literal whose content it is, in the pasted text. */
  readonly literal?: TextRange;
  /** How many texts it is nested in. */
  readonly depth: number;
}

/** A parsed value with the places of its parts in the source. */
export interface SourceTree {
  readonly source: Source;
  readonly value: unknown;
  readonly ranges: JsonRanges;
  readonly range: TextRange;
  /** Whether the source is JSON, in which single values can be edited. */
  readonly isJson: boolean;
  /** Why the source is not valid JSON; offsets are those of the source. */
  readonly issues: readonly JsonIssue[];
  readonly repairs: readonly TextEdit[];
  /** Whether the text was too long to check completely: then `issues` lacks duplicate keys. */
  readonly isUnchecked?: boolean;
}

/** A remark on a text without readable documents: what it seems to be, and what would help. */
export interface Remark {
  readonly code: 'UNREADABLE_TEXT' | 'NO_POLICY' | 'INCOMPLETE_ANSWER';
  /** One sentence. */
  readonly message: string;
  readonly range: TextRange;
}

export interface Reading {
  readonly trees: readonly SourceTree[];
  readonly remarks?: readonly Remark[];
}

/** Reads one form of text. Undefined if the text is not of that form. Never throws. */
export interface Reader {
  /** “CloudFormation template”. */
  readonly name: string;
  /** Characters; longer texts are not read, because that would take too long. */
  readonly maxLength: number;
  /** Whether a text that this reader accepts need not be tried by others. */
  readonly isSure?: boolean;
  readonly read: (source: Source, readInner: (inner: Source) => Reading) => Reading | undefined;
}

export const wholeSource = (text: string): Source => ({
  text,
  outer: (range) => range,
  isVerbatim: true,
  depth: 0,
});

/** A range of a source as a source of its own. */
export const partOf = (source: Source, { start, end }: TextRange): Source => ({
  text: source.text.slice(start, end),
  outer: (range) => source.outer({ start: range.start + start, end: range.end + start }),
  isVerbatim: source.isVerbatim,
  depth: source.depth + 1,
});

/** A decoded text inside the source. */
export const innerSource = (
  source: Source,
  { text, outerOffsets }: EmbeddedText,
  encoding: NonNullable<Source['encoding']>,
): Source => ({
  text,
  outer: ({ start, end }) =>
    source.outer({
      start: outerOffsets[start] ?? outerOffsets.at(-1) ?? 0,
      end: outerOffsets[end] ?? outerOffsets.at(-1) ?? 0,
    }),
  isVerbatim: false,
  encoding,
  depth: source.depth + 1,
});
