import { Suspense, useState } from 'react';
import { CodeSurface } from './CodeSurface';
import type { CodeLanguage } from './highlight';
import { lazyPart, useLazyPart, type MonacoMode } from './loadMonaco';
import { MonacoNotice } from './MonacoNotice';
import { PlainDiff } from './PlainDiff';

const monacoPart = lazyPart(() => import('./MonacoDiffView'));
const MonacoDiffView = monacoPart.Component;

export interface DiffViewProps {
  readonly language: CodeLanguage;
  readonly original: string;
  readonly modified: string;
  /** The accessible names of the whole and of its two sides. */
  readonly label: string;
  readonly originalLabel: string;
  readonly modifiedLabel: string;
  readonly monaco: MonacoMode;
  /** A CSS length. */
  readonly height: string;
}

/** Two texts compared: the differing lines at once, and Monaco's diff editor once that is loaded. */
export function DiffView({ monaco, height, ...diff }: DiffViewProps) {
  const part = useLazyPart(monacoPart, monaco);
  const [isEditorShown, setIsEditorShown] = useState(false);
  const isPlain = part !== 'loaded' || !isEditorShown;
  return (
    <CodeSurface role="region" aria-label={diff.label} style={{ blockSize: height }}>
      {isPlain && <PlainDiff {...diff} />}
      {part === 'loaded' && (
        <Suspense>
          <MonacoDiffView {...diff} isShown={isEditorShown} onReady={setIsEditorShown} />
        </Suspense>
      )}
      {part === 'failed' && <MonacoNotice onRetry={monacoPart.load} />}
    </CodeSurface>
  );
}
