import { Suspense, useState } from 'react';
import { CodeSurface, lineHeight, verticalPadding } from './CodeSurface';
import type { CodeLanguage } from './highlight';
import { lazyPart, useLazyPart, type MonacoMode } from './loadMonaco';
import type { Marker } from './marker';
import { MonacoNotice } from './MonacoNotice';
import { PlainCode } from './PlainCode';
import type { PlaceholderLinks } from './placeholderLinks';
import type { LineRange } from './textRange';

const monacoPart = lazyPart(() => import('./MonacoView'));
const MonacoView = monacoPart.Component;

export interface CodeViewProps {
  /** Names the file; each path keeps its own scroll position, selection and folding. */
  readonly path: string;
  readonly language: CodeLanguage;
  readonly text: string;
  /** The accessible name, for example "Permissions policy". */
  readonly label: string;
  readonly monaco: MonacoMode;
  /** Keep the object between renders: a new one draws every line again. */
  readonly placeholders?: PlaceholderLinks | undefined;
  /** Highlighted lines; the first is scrolled into view. */
  readonly marks?: readonly LineRange[] | undefined;
  readonly markers?: readonly Marker[] | undefined;
  /** Breaks long lines instead of scrolling sideways. */
  readonly isWrapped?: boolean | undefined;
  /** A CSS length; a longer text scrolls. */
  readonly maxHeight?: string | undefined;
}

/** Read-only source text: highlighted at once, and shown in Monaco once that is wanted and loaded. */
export function CodeView({ monaco, maxHeight, isWrapped = false, ...code }: CodeViewProps) {
  const part = useLazyPart(monacoPart, monaco);
  const [isEditorShown, setIsEditorShown] = useState(false);
  const [contentHeight, setContentHeight] = useState<number>();
  const isPlain = part !== 'loaded' || !isEditorShown;
  return (
    <CodeSurface
      role="region"
      aria-label={code.label}
      style={{ maxBlockSize: maxHeight, blockSize: blockSize(code.text, isWrapped, contentHeight) }}
    >
      {isPlain && <PlainCode {...code} isWrapped={isWrapped} />}
      {part === 'loaded' && (
        <Suspense>
          <MonacoView
            {...code}
            isWrapped={isWrapped}
            isShown={isEditorShown}
            onReady={setIsEditorShown}
            onHeight={setContentHeight}
          />
        </Suspense>
      )}
      {part === 'failed' && <MonacoNotice onRetry={monacoPart.load} />}
    </CodeSurface>
  );
}

/** The height of the view, equal before and after Monaco is shown; only wrapped lines have to be measured. */
function blockSize(text: string, isWrapped: boolean, measured: number | undefined) {
  if (isWrapped) return measured === undefined ? undefined : `${measured}px`;
  const lines = text.split('\n').length;
  return `${lines * lineHeight + 2 * verticalPadding}rem`;
}
