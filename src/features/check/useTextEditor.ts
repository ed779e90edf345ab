import { useRef } from 'react';
import { checkSession, type CheckedText } from '@/state/check/checkSession';
import { applyEdits, type TextEdit } from '@/syntax/textEdit';
import type { JsonEditorHandle } from '@/ui/code/jsonEditorHandle';
import { replaceText } from '@/ui/code/replaceText';
import type { EditorRange } from '@/ui/code/textRange';
import { editorEdits } from './editorRanges';

/** Shows and edits the texts of the check, in the editor if it has the text, else in the session. */
export function useTextEditor() {
  const editor = useRef<JsonEditorHandle>(null);
  const waiting = useRef<{ readonly text: number; readonly range: EditorRange }>(undefined);
  const editorOf = (text: CheckedText, shown: CheckedText): JsonEditorHandle | null =>
    text.id === shown.id ? editor.current : null;
  return {
    /** To be called with the editor of the shown text, and with null when it is gone. */
    attach(handle: JsonEditorHandle | null, shown: CheckedText): void {
      editor.current = handle;
      const next = waiting.current;
      if (!handle || next?.text !== shown.id) return;
      waiting.current = undefined;
      handle.reveal(next.range);
    },
    /** Reveals a range once the editor has the text. */
    revealWhenShown(text: number, range: EditorRange): void {
      waiting.current = { text, range };
    },
    reveal(text: CheckedText, range: EditorRange, shown: CheckedText): void {
      if (editorOf(text, shown)) {
        // After the pane has been rendered.
        setTimeout(() => editor.current?.reveal(range));
        return;
      }
      waiting.current = { text: text.id, range };
      checkSession.showText(text.id);
    },
    edit(text: CheckedText, edits: readonly TextEdit[], shown: CheckedText): void {
      const handle = editorOf(text, shown);
      if (handle) handle.applyEdits(editorEdits(text.text, edits));
      else checkSession.setText(text.id, applyEdits(text.text, edits));
    },
    replace(text: CheckedText, next: string, shown: CheckedText): void {
      const handle = editorOf(text, shown);
      if (handle) handle.applyEdits(replaceText(text.text, next));
      else checkSession.setText(text.id, next);
    },
    format(): void {
      editor.current?.format();
    },
  };
}
