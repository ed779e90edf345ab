import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { Selection, type editor } from 'monaco-editor/editor';
import type { JsonEditorProps } from './jsonEditorProps';
import { monacoRange } from './monaco';
import { setMarkers } from './monacoDecorations';
import { assist } from './monacoJson';
import { holdModel, rememberView, restoreView } from './monacoModels';
import { replaceText, type EditorEdit } from './replaceText';
import { useMonacoEditor } from './useMonacoEditor';
import { usePageColours } from './usePageColours';

interface MonacoJsonEditorProps extends JsonEditorProps {
  readonly isShown: boolean;
  readonly onReady: (isReady: boolean) => void;
}

const noMarkers = [] as const;

/** JSON to edit, in Monaco; another path needs another instance. */
export default function MonacoJsonEditor(props: MonacoJsonEditorProps) {
  const { ref, path, label, markers = noMarkers, assistance, isShown } = props;
  const [container, shown] = useMonacoEditor({
    // A minified document is one long line.
    isWrapped: true,
    options: {
      ariaLabel: label,
      tabSize: 2,
      quickSuggestions: { strings: true, other: true, comments: false },
      suggest: { showWords: false, preview: false },
      hover: { above: false },
    },
    onDispose: (disposed) => {
      rememberView(path, disposed);
    },
  });
  usePageColours();
  useEditedModel(shown, props);

  useEffect(() => {
    if (shown) setMarkers(path, markers);
  }, [shown, path, markers]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => shown?.focus(),
      reveal(range) {
        if (!shown) return;
        shown.setSelection(monacoRange(range));
        shown.revealRangeInCenterIfOutsideViewport(monacoRange(range));
        shown.focus();
      },
      applyEdits(edits) {
        if (shown) editOnce(shown, edits);
      },
      format() {
        const text = shown?.getValue() ?? '';
        const formatted = assistance?.format(text);
        if (shown && formatted !== undefined) editOnce(shown, replaceText(text, formatted));
      },
    }),
    [shown, assistance],
  );

  return (
    <div ref={container} className={isShown ? 'code-editor' : 'code-editor code-editor-pending'} />
  );
}

/** All edits are one undo step. */
function editOnce(shown: editor.ICodeEditor, edits: readonly EditorEdit[]) {
  shown.pushUndoStop();
  shown.executeEdits(
    'page',
    edits.map(({ range, text }) => ({ range: monacoRange(range), text })),
  );
  shown.pushUndoStop();
}

/** The model of the path, synchronised with the page in both directions. */
function useEditedModel(
  shown: editor.IStandaloneCodeEditor | undefined,
  { path, value, onChange, onReady, assistance, isShown }: MonacoJsonEditorProps,
) {
  const hold = useEffectEvent(() => holdModel(path, 'json', value));
  const tellChange = useEffectEvent(onChange);
  const tellReady = useEffectEvent(onReady);
  const currentAssistance = useEffectEvent(() => assistance);
  const goesOn = useRef(false);

  useEffect(() => {
    if (!shown) return;
    const held = hold();
    shown.setModel(held.model);
    restoreView(path, shown);
    const assistant = assist(held.model, () => currentAssistance());
    const changes = held.model.onDidChangeContent(() => {
      tellChange(held.model.getValue());
    });
    shown.render(true);
    const selection = selectionInTextArea(shown, held.model);
    if (selection) shown.setSelection(selection);
    goesOn.current = selection !== undefined;
    tellReady(true);
    return () => {
      changes.dispose();
      assistant.dispose();
      if (shown.getModel() === held.model) {
        rememberView(path, shown);
        shown.setModel(null);
      }
      held.release();
      tellReady(false);
    };
  }, [shown, path]);

  // Moves the focus from the text area to the editor, which cannot be focused while it is hidden. In a layout
  // effect, so that no key is pressed between the two.
  useLayoutEffect(() => {
    if (!shown || !isShown || !goesOn.current) return;
    goesOn.current = false;
    shown.focus();
  }, [shown, isShown]);

  // In a layout effect, so that no key pressed before a later effect is undone.
  useLayoutEffect(() => {
    const text = shown?.getModel()?.getValue();
    if (shown && text !== undefined && text !== value) editOnce(shown, replaceText(text, value));
  }, [shown, value]);
}

/** The selection in the text area that the editor replaces, if that has the focus. */
function selectionInTextArea(
  shown: editor.ICodeEditor,
  model: editor.ITextModel,
): Selection | undefined {
  const frame = shown.getContainerDomNode().parentElement;
  const area = document.activeElement;
  if (!(area instanceof HTMLTextAreaElement) || !frame?.contains(area)) return undefined;
  const start = model.getPositionAt(area.selectionStart);
  return Selection.fromPositions(start, model.getPositionAt(area.selectionEnd));
}
