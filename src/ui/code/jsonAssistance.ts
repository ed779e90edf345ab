/** One thing that may stand at the cursor. */
export interface JsonCompletion {
  readonly label: string;
  /** What is put in; the label, if left out. */
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

/** What knows the vocabulary of the documents that are edited. */
export interface JsonAssistance {
  readonly complete: (text: string, offset: number) => readonly JsonCompletion[];
  readonly hover: (text: string, offset: number) => JsonHover | undefined;
  /** The text printed neatly; undefined when it cannot be, which leaves it as it is. */
  readonly format: (text: string) => string | undefined;
}
