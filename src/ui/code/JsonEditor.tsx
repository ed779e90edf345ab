import { Suspense, useState, type Ref } from 'react';
import { CodeSurface } from './CodeSurface';
import type { JsonAssistance } from './jsonAssistance';
import type { JsonEditorHandle } from './jsonEditorHandle';
import { lazyPart, useLazyPart, type MonacoMode } from './loadMonaco';
import type { Marker } from './marker';
import { MonacoNotice } from './MonacoNotice';
import { PlainJsonEditor } from './PlainJsonEditor';

const monacoPart = lazyPart(() => import('./MonacoJsonEditor'));
const MonacoJsonEditor = monacoPart.Component;

export interface JsonEditorProps {
  readonly ref?: Ref<JsonEditorHandle> | undefined;
  /** Names the text; each path keeps its own scroll position and folding. */
  readonly path: string;
  /** Must follow `onChange` at once: a deferred value would take back what was typed meanwhile. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** The id of an element that explains what may be put in. */
  readonly describedBy?: string | undefined;
  readonly markers?: readonly Marker[] | undefined;
  readonly assistance?: JsonAssistance | undefined;
}

interface JsonEditorFrameProps extends JsonEditorProps {
  readonly monaco: MonacoMode;
  /** A CSS length. */
  readonly height: string;
}

/** JSON to edit: a text area at once, Monaco as soon as that is there and wanted; the text stays. */
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
