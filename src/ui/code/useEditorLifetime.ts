import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { IDisposable } from 'monaco-editor/editor';
import { inSlices } from './slices';

interface EditorLifetime<Editor> {
  readonly create: (container: HTMLElement) => Editor;
  /** Called before the editor is disposed, to read its state. */
  readonly onDispose?: (disposed: Editor) => void;
}

/** Creates an editor in the container, in a separate task, and disposes it with the component. */
export function useEditorLifetime<Editor extends IDisposable>(
  container: RefObject<HTMLElement | null>,
  setEditor: (editor: Editor | undefined) => void,
  lifetime: EditorLifetime<Editor>,
): void {
  const create = useEffectEvent(lifetime.create);
  const setShown = useEffectEvent(setEditor);
  const tellDispose = useEffectEvent((disposed: Editor) => lifetime.onDispose?.(disposed));
  useEffect(() => {
    let created: Editor | undefined;
    const callOff = inSlices(() => {
      if (container.current === null) return;
      created = create(container.current);
      setShown(created);
    });
    return () => {
      callOff();
      setShown(undefined);
      if (!created) return;
      tellDispose(created);
      created.dispose();
    };
  }, [container]);
}
