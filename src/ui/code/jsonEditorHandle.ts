import type { EditorEdit } from './replaceText';
import type { EditorRange } from './textRange';

/** The methods of the JSON editor's `ref`. */
export interface JsonEditorHandle {
  readonly focus: () => void;
  /** Selects the range, scrolls to it and takes the focus. */
  readonly reveal: (range: EditorRange) => void;
  /** Applies edits as one undo step; their positions refer to the present text. */
  readonly applyEdits: (edits: readonly EditorEdit[]) => void;
  /** Formats the text as one undo step. */
  readonly format: () => void;
}
