import type { EmbeddedText } from '../embeddedText';
import type { JsonIssue } from '../../syntax/jsonIssue';
import type { JsonRanges, TextRange } from '../../syntax/jsonRanges';
import type { TextEdit } from '../../syntax/textEdit';

/** A text that a reader looks at: what was pasted, or a part of it that was written inside. */
export interface Source {
  readonly text: string;
  /** Where a part stands in the pasted text. */
  readonly outer: (range: TextRange) => TextRange;
  /** Whether the pasted text is the same there, so that edits of one are edits of the other. */
  readonly isVerbatim: boolean;
  /** How it was written inside another text. */
  readonly encoding?: 'url' | 'json' | 'shell' | 'template';
  /** Where the text literal stands that it is the content of. */
  readonly literal?: TextRange;
  /** How many texts it stands within. */
  readonly depth: number;
}

/** A value with the places of its parts in its source. */
export interface SourceTree {
  readonly source: Source;
  readonly value: unknown;
  readonly ranges: JsonRanges;
  readonly range: TextRange;
  /** JSON can be edited value by value. */
  readonly isJson: boolean;
  /** What keeps the source from being JSON, and the repairs, in offsets of the source. */
  readonly issues: readonly JsonIssue[];
  readonly repairs: readonly TextEdit[];
  /** Whether the text was too long to look at every part of it: then `issues` lacks double keys. */
  readonly isUnchecked?: boolean;
}

/** What a text seems to be that holds no document which can be read, and what would help. */
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
  /** Longer texts, in characters, are refused rather than read slowly. */
  readonly maxLength: number;
  /** Whether a text of this form is of no other. */
  readonly isSure?: boolean;
  readonly read: (source: Source, readInner: (inner: Source) => Reading) => Reading | undefined;
}

export const wholeSource = (text: string): Source => ({
  text,
  outer: (range) => range,
  isVerbatim: true,
  depth: 0,
});

/** A part of a source as a source of its own. */
export const partOf = (source: Source, { start, end }: TextRange): Source => ({
  text: source.text.slice(start, end),
  outer: (range) => source.outer({ start: range.start + start, end: range.end + start }),
  isVerbatim: source.isVerbatim,
  depth: source.depth + 1,
});

/** A text that was written in another form inside the source. */
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
