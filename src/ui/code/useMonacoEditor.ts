import { useEffect, useRef, useState, type RefObject } from 'react';
import { editor } from 'monaco-editor/editor';
import { pixelsOfRem } from '@/browser/pixelsOfRem';
import { gutter } from './CodeSurface';
import { alignGutter, commonOptions, measuresOf } from './monaco';
import { wrapBetweenParts } from './monacoWrapping';
import { useEditorLifetime } from './useEditorLifetime';

interface EditorUse {
  readonly isWrapped: boolean;
  /** Read only when the editor is created. */
  readonly options: editor.IStandaloneEditorConstructionOptions;
  /** Called before the editor is disposed, to read its state. */
  readonly onDispose?: (disposed: editor.IStandaloneCodeEditor) => void;
}

/** Creates an editor in the container, in a separate task, and disposes it with the component. */
export function useMonacoEditor({
  isWrapped,
  options,
  onDispose,
}: EditorUse): readonly [
  RefObject<HTMLDivElement | null>,
  editor.IStandaloneCodeEditor | undefined,
] {
  const container = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<editor.IStandaloneCodeEditor>();
  useEditorLifetime(container, setShown, {
    create: (element) => {
      const created = editor.create(element, {
        ...commonOptions,
        ...measuresOf(element),
        ...options,
        model: null,
      });
      alignGutter(created, Math.round(pixelsOfRem(gutter)));
      return created;
    },
    ...(onDispose && { onDispose }),
  });
  useEffect(() => {
    if (!shown || !isWrapped) return;
    const wrapping = wrapBetweenParts(shown);
    return () => wrapping.dispose();
  }, [shown, isWrapped]);
  return [container, shown];
}
