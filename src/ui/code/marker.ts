import type { EditorRange } from './textRange';

export type MarkerSeverity = 'error' | 'warning' | 'info' | 'hint';

/** A remark about a place in the text. */
export interface Marker extends EditorRange {
  readonly severity: MarkerSeverity;
  readonly message: string;
  readonly code?: string;
}
