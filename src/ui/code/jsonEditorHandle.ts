import type { EditorEdit } from './replaceText';
import type { EditorRange } from './textRange';

/** What a page may ask of the JSON editor, through its `ref`. */
export interface JsonEditorHandle {
  readonly focus: () => void;
  /** Selects the range, scrolls to it and takes the focus. */
  readonly reveal: (range: EditorRange) => void;
  /** Applies edits in order as one undo step; their positions are those of the present text. */
  readonly applyEdits: (edits: readonly EditorEdit[]) => void;
  /** Prints the text neatly, as one undo step. */
  readonly format: () => void;
}
