import { Suspense, useState } from 'react';
import { CodeSurface } from './CodeSurface';
import type { JsonEditorProps } from './jsonEditorProps';
import { lazyPart, useLazyPart, type MonacoMode } from './loadMonaco';
import { MonacoNotice } from './MonacoNotice';
import { PlainJsonEditor } from './PlainJsonEditor';

const monacoPart = lazyPart(() => import('./MonacoJsonEditor'));
const MonacoJsonEditor = monacoPart.Component;

interface JsonEditorFrameProps extends JsonEditorProps {
  readonly monaco: MonacoMode;
  /** A CSS length. */
  readonly height: string;
}

/** A JSON editor: a text area at once, Monaco once that is wanted and loaded, with the same text. */
export function JsonEditor({ monaco, height, ref, ...editor }: JsonEditorFrameProps) {
  const part = useLazyPart(monacoPart, monaco);
  const [isEditorShown, setIsEditorShown] = useState(false);
  const isPlain = part !== 'loaded' || !isEditorShown;
  return (
    <>
      <CodeSurface style={{ blockSize: height }}>
        {isPlain && <PlainJsonEditor {...editor} ref={ref} />}
        {part === 'loaded' && (
          <Suspense>
            <MonacoJsonEditor
              key={editor.path}
              {...editor}
              ref={isEditorShown ? ref : undefined}
              isShown={isEditorShown}
              onReady={setIsEditorShown}
            />
          </Suspense>
        )}
      </CodeSurface>
      {part === 'failed' && <MonacoNotice onRetry={monacoPart.load} />}
    </>
  );
}
