/** A suggestion for the text at the cursor. */
export interface JsonCompletion {
  readonly label: string;
  /** The inserted text; the label, if left out. */
  readonly insertText?: string;
  readonly detail?: string;
  /** Plain text. */
  readonly documentation?: string;
  /** The part of the text that is replaced, as offsets. */
  readonly start: number;
  readonly end: number;
}

/** An explanation of a part of the text, as offsets; `text` is plain, its lines become paragraphs. */
export interface JsonHover {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Completion, hover and formatting for the kind of document that is edited. */
export interface JsonAssistance {
  readonly complete: (text: string, offset: number) => readonly JsonCompletion[];
  readonly hover: (text: string, offset: number) => JsonHover | undefined;
  /** The formatted text; undefined if it cannot be formatted. */
  readonly format: (text: string) => string | undefined;
}
