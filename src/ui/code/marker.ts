import type { EditorRange } from './textRange';

export type MarkerSeverity = 'error' | 'warning' | 'info' | 'hint';

/** A problem at a range of the text. */
export interface Marker extends EditorRange {
  readonly severity: MarkerSeverity;
  readonly message: string;
  readonly code?: string;
}
