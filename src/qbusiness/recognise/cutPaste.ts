import { MAX_PASTE_LENGTH } from '../textLimits';

/** A paste as it is handed to the worker: what is read of it, and how long it was, in UTF-16 units. */
export interface CutPaste {
  readonly text: string;
  readonly length: number;
}

/** Cuts a paste to the length that is read, before it is sent to the worker. */
export const cutPaste = (raw: string): CutPaste => ({
  text: raw.slice(0, MAX_PASTE_LENGTH),
  length: raw.length,
});
