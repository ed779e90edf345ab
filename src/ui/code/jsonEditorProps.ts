import type { Ref } from 'react';
import type { JsonAssistance } from './jsonAssistance';
import type { JsonEditorHandle } from './jsonEditorHandle';
import type { Marker } from './marker';

export interface JsonEditorProps {
  readonly ref?: Ref<JsonEditorHandle> | undefined;
  /** Names the text; each path keeps its own scroll position and folding. */
  readonly path: string;
  /** Must be updated synchronously by `onChange`: a deferred value would undo what was typed meanwhile. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** The id of an element that explains what may be put in. */
  readonly describedBy?: string | undefined;
  readonly markers?: readonly Marker[] | undefined;
  readonly assistance?: JsonAssistance | undefined;
}
