/** What the last action in the dialog came to; shown and spoken inside of it, as a modal dialog mutes the rest of the page. */
export interface Outcome {
  readonly tone: 'success' | 'error';
  readonly words: string;
  readonly undo?: (() => void) | undefined;
}

export type OnOutcome = (outcome: Outcome) => void;
