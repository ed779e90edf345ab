import type { editor, IDisposable } from 'monaco-editor/editor';
import { columnsNeeded } from './lineBreaks';

/** Columns; a text with wider parts scrolls sideways instead. */
const widest = 120;
const longest = 300_000;

/**
 * Wraps at the edge of the editor, but never within a name, an account or a UUID: where a part is
 * wider than the editor, the text wraps at the part's width and the editor scrolls.
 */
export function wrapBetweenParts(shown: editor.ICodeEditor): IDisposable {
  let wrapped = '';
  const wrap = () => {
    const model = shown.getModel();
    if (!model) return;
    const needed = model.getValueLength() > longest ? 0 : columnsNeeded(model.getValue()) + 1;
    const fits = needed <= shown.getLayoutInfo().viewportColumn || needed > widest;
    const next = fits ? 'on' : String(needed);
    if (next === wrapped) return;
    wrapped = next;
    shown.updateOptions(
      fits ? { wordWrap: 'on' } : { wordWrap: 'wordWrapColumn', wordWrapColumn: needed },
    );
  };
  const causes = [
    shown.onDidLayoutChange(wrap),
    shown.onDidChangeModel(wrap),
    shown.onDidChangeModelContent(wrap),
  ];
  wrap();
  return {
    dispose() {
      for (const cause of causes) cause.dispose();
    },
  };
}
