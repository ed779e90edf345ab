import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { editor } from 'monaco-editor/editor';
import { changeMarkDuration } from './CodeSurface';
import type { CodeLanguage } from './highlight';
import type { Marker } from './marker';
import {
  changeDecorations,
  markDecorations,
  placeholderAt,
  placeholderDecorations,
  setMarkers,
} from './monacoDecorations';
import { holdModel, rememberView, restoreView, updateText } from './monacoModels';
import type { PlaceholderLinks } from './placeholderLinks';
import { PlaceholderList } from './PlaceholderList';
import type { LineRange } from './textRange';
import { useMonacoEditor } from './useMonacoEditor';
import { usePageColours } from './usePageColours';

export interface MonacoViewProps {
  readonly path: string;
  readonly language: CodeLanguage;
  readonly text: string;
  readonly label: string;
  readonly isWrapped: boolean;
  readonly placeholders?: PlaceholderLinks | undefined;
  readonly marks?: readonly LineRange[] | undefined;
  readonly markers?: readonly Marker[] | undefined;
  /** Hidden, but measured and drawn, until it says that it is ready. */
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
    options: {
      readOnly: true,
      // Without it, the browser's own menu would offer to paste.
      domReadOnly: true,
      ariaLabel: label,
      wordWrap: isWrapped ? 'on' : 'off',
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
    shown?.updateOptions({ ariaLabel: label, wordWrap: isWrapped ? 'on' : 'off' });
  }, [shown, label, isWrapped]);

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

/** Shows the path's model, as it was left, and keeps its text up to date. */
function useShownModel(
  shown: editor.IStandaloneCodeEditor | undefined,
  { path, language, text, onReady, onHeight }: MonacoViewProps,
) {
  const hold = useEffectEvent(() => holdModel(path, language, text));
  const tellReady = useEffectEvent(onReady);
  const tellHeight = useEffectEvent(onHeight);

  useLayoutEffect(() => {
    if (!shown) return;
    const size = shown.onDidContentSizeChange((event) => {
      tellHeight(event.contentHeight);
    });
    return () => {
      size.dispose();
      tellReady(false);
    };
  }, [shown]);

  useLayoutEffect(() => {
    if (!shown) return;
    const held = hold();
    shown.setModel(held.model);
    restoreView(path, shown);
    shown.render(true);
    // In the same commit as the change of views, so that nothing below moves.
    tellHeight(shown.getContentHeight());
    tellReady(true);
    return () => {
      // A disposed editor has let go of its model already.
      if (shown.getModel() === held.model) {
        rememberView(path, shown);
        shown.setModel(null);
      }
      held.release();
    };
  }, [shown, path]);

  useLayoutEffect(() => {
    const ranges = shown ? updateText(shown, text) : [];
    if (!shown) return;
    const changes = shown.createDecorationsCollection(changeDecorations(ranges));
    const timer = setTimeout(() => {
      changes.clear();
    }, changeMarkDuration);
    return () => {
      clearTimeout(timer);
      changes.clear();
    };
  }, [shown, text]);
}

function useDecorations(
  shown: editor.IStandaloneCodeEditor | undefined,
  { path, text, placeholders, marks = noMarks, markers = noMarkers }: MonacoViewProps,
) {
  useLayoutEffect(() => {
    if (!shown || !placeholders) return;
    const links = shown.createDecorationsCollection(
      placeholderDecorations(text, placeholders.label),
    );
    return () => {
      links.clear();
    };
  }, [shown, text, placeholders]);

  useEffect(() => {
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

/** A click on a placeholder, or Enter with the cursor in it, follows it. */
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
      // The element is of no use: while the button is down, the editor captures the pointer.
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
