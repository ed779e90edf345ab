import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { editor } from 'monaco-editor/editor';
import { changeMarkDuration } from './CodeSurface';
import type { Marker } from './marker';
import {
  changeDecorations,
  markDecorations,
  placeholderAt,
  placeholderDecorations,
  setMarkers,
  setWhereNew,
} from './monacoDecorations';
import { holdModel, modelOf, rememberView, restoreView, updateText } from './monacoModels';
import type { PlaceholderLinks } from './placeholderLinks';
import type { PlainCodeProps } from './PlainCode';
import { PlaceholderList } from './PlaceholderList';
import type { LineRange } from './textRange';
import { useMonacoEditor } from './useMonacoEditor';
import { usePageColours } from './usePageColours';

export interface MonacoViewProps extends PlainCodeProps {
  readonly path: string;
  /** False until `onReady`; until then the editor is laid out and drawn, but hidden. */
  readonly isShown: boolean;
  readonly onReady: (isReady: boolean) => void;
  /** The height of the whole text in pixels. */
  readonly onHeight: (height: number) => void;
}

const noMarkers: readonly Marker[] = [];
const noMarks: readonly LineRange[] = [];

/** Source text to read, in Monaco. */
export default function MonacoView(props: MonacoViewProps) {
  const { path, text, label, isWrapped, placeholders, isShown } = props;
  const [container, shown] = useMonacoEditor({
    isWrapped,
    options: {
      readOnly: true,
      // Without it, the browser's context menu would offer to paste.
      domReadOnly: true,
      ariaLabel: label,
    },
    onDispose: (disposed) => {
      rememberView(path, disposed);
    },
  });
  usePageColours();
  useShownModel(shown, props);
  useDecorations(shown, props);
  usePlaceholderLinks(shown, placeholders);

  useEffect(() => {
    shown?.updateOptions({ ariaLabel: label });
  }, [shown, label]);

  return (
    <>
      <div
        ref={container}
        className={isShown ? 'code-editor' : 'code-editor code-editor-pending'}
      />
      {isShown && placeholders && <PlaceholderList text={text} placeholders={placeholders} />}
    </>
  );
}

/** Shows the model of the path with its former view state, and updates its text. */
function useShownModel(
  shown: editor.IStandaloneCodeEditor | undefined,
  { path, language, text, onReady, onHeight }: MonacoViewProps,
) {
  const hold = useEffectEvent(() => holdModel(path, language, text));
  const tellReady = useEffectEvent(onReady);
  const tellHeight = useEffectEvent(onHeight);
  const changes = useRef<editor.IEditorDecorationsCollection>(undefined);

  useLayoutEffect(() => {
    if (!shown) return;
    const size = shown.onDidContentSizeChange((event) => {
      tellHeight(event.contentHeight);
    });
    return () => {
      size.dispose();
      changes.current = undefined;
      tellReady(false);
    };
  }, [shown]);

  useLayoutEffect(() => {
    if (!shown) return;
    const held = hold();
    shown.setModel(held.model);
    restoreView(path, shown);
    shown.render(true);
    // In the same commit as the change of views, so that the page does not shift.
    tellHeight(shown.getContentHeight());
    tellReady(true);
    return () => {
      // A disposed editor has no model any more.
      if (shown.getModel() === held.model) {
        rememberView(path, shown);
        shown.setModel(null);
      }
      held.release();
    };
  }, [shown, path]);

  useLayoutEffect(() => {
    const ranges = shown ? updateText(shown, text) : [];
    if (!shown || ranges.length === 0) return;
    changes.current ??= shown.createDecorationsCollection();
    changes.current.set(changeDecorations(ranges));
    const timer = setTimeout(() => changes.current?.clear(), changeMarkDuration);
    return () => clearTimeout(timer);
  }, [shown, text]);
}

function useDecorations(
  shown: editor.IStandaloneCodeEditor | undefined,
  { path, text, placeholders, marks = noMarks, markers = noMarkers }: MonacoViewProps,
) {
  // One collection for the lifetime of the editor: decorations move with the text and are not redrawn
  // unless an edit touches them.
  const links = useRef<editor.IEditorDecorationsCollection>(undefined);
  useLayoutEffect(() => {
    if (!shown) return;
    links.current = shown.createDecorationsCollection();
    return () => {
      links.current = undefined;
    };
  }, [shown]);
  useLayoutEffect(() => {
    // The model of another path has no decorations yet.
    if (!links.current || shown?.getModel() !== modelOf(path)) return;
    const wanted = placeholders ? placeholderDecorations(text, placeholders.label) : [];
    setWhereNew(links.current, wanted);
  }, [shown, path, text, placeholders]);

  useEffect(() => {
    if (marks.length === 0) return;
    const lines = shown?.createDecorationsCollection(markDecorations(marks));
    const [first] = marks;
    if (first) shown?.revealLinesInCenterIfOutsideViewport(first.startLine, first.endLine);
    return () => {
      lines?.clear();
    };
  }, [shown, marks]);

  useEffect(() => {
    if (shown) setMarkers(path, markers);
  }, [shown, path, markers]);
}

/** Follows a placeholder on click, or on Enter with the cursor in it. */
function usePlaceholderLinks(
  shown: editor.IStandaloneCodeEditor | undefined,
  placeholders: PlaceholderLinks | undefined,
) {
  const follow = useEffectEvent((placeholder: string | undefined): boolean => {
    if (placeholder === undefined || placeholders?.label(placeholder) === undefined) return false;
    placeholders.onFollow(placeholder);
    return true;
  });
  useEffect(() => {
    if (!shown) return;
    const click = shown.onMouseUp(({ target, event }) => {
      const model = shown.getModel();
      // By mouse target, not by element: while the button is down, the editor captures the pointer.
      const isText = target.type === editor.MouseTargetType.CONTENT_TEXT;
      if (model && isText && event.leftButton && shown.getSelection()?.isEmpty()) {
        follow(placeholderAt(model, target.position));
      }
    });
    const enter = shown.onKeyDown((event) => {
      const model = shown.getModel();
      if (!model || event.browserEvent.key !== 'Enter') return;
      if (follow(placeholderAt(model, shown.getPosition()))) event.preventDefault();
    });
    return () => {
      click.dispose();
      enter.dispose();
    };
  }, [shown]);
}
