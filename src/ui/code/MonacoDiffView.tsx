import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { editor } from 'monaco-editor/editor';
import type { CodeLanguage } from './highlight';
import { commonOptions, measuresOf } from './monaco';
import { createModel } from './monacoModels';
import { useEditorLifetime } from './useEditorLifetime';
import { usePageColours } from './usePageColours';

export interface MonacoDiffViewProps {
  readonly language: CodeLanguage;
  readonly original: string;
  readonly modified: string;
  readonly originalLabel: string;
  readonly modifiedLabel: string;
  readonly isShown: boolean;
  readonly onReady: (isReady: boolean) => void;
}

/** Milliseconds after which Monaco stops a comparison. */
const longestComparison = 5_000;

/** Two texts side by side, or one below the other where there is no room. */
export default function MonacoDiffView(props: MonacoDiffViewProps) {
  const { language, original, modified, isShown, onReady } = props;
  const container = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<editor.IStandaloneDiffEditor>();
  usePageColours();
  const tellReady = useEffectEvent(onReady);

  // Before the hook that disposes the editor, so that this cleanup runs first: it still uses it.
  useEffect(() => {
    if (!shown) return;
    const view = shown.saveViewState();
    const models = {
      original: createModel(original, language),
      modified: createModel(modified, language),
    };
    // Monaco 0.57 may throw "Illegal value for lineNumber" when it fits the differences it knows to
    // an edit of the texts; new models have none to fit.
    shown.setModel(models);
    shown.restoreViewState(view);
    tellReady(true);
    return () => {
      shown.setModel(null);
      // Monaco may still be comparing them, and throws "no diff result available" if they are gone.
      setTimeout(() => {
        models.original.dispose();
        models.modified.dispose();
      }, longestComparison);
    };
  }, [shown, language, original, modified]);

  useEditorLifetime<editor.IStandaloneDiffEditor>(container, setShown, {
    create: (element) => {
      const created = editor.createDiffEditor(element, {
        ...commonOptions,
        ...measuresOf(element),
        readOnly: true,
        domReadOnly: true,
        originalEditable: false,
        originalAriaLabel: props.originalLabel,
        modifiedAriaLabel: props.modifiedLabel,
        maxComputationTime: longestComparison,
        wordWrap: 'on',
        diffWordWrap: 'on',
        useInlineViewWhenSpaceIsLimited: true,
        renderSideBySideInlineBreakpoint: 720,
        hideUnchangedRegions: { enabled: false },
        renderMarginRevertIcon: false,
        renderGutterMenu: false,
        renderOverviewRuler: false,
        // White space inside JSON strings is significant.
        ignoreTrimWhitespace: false,
      });
      // The diff editor would set these labels only once it has a model.
      created.getOriginalEditor().updateOptions({ ariaLabel: props.originalLabel });
      created.getModifiedEditor().updateOptions({ ariaLabel: props.modifiedLabel });
      return created;
    },
    onDispose: () => onReady(false),
  });

  return (
    <div ref={container} className={isShown ? 'code-editor' : 'code-editor code-editor-pending'} />
  );
}
