/** The result of the last action in the dialog; shown inside it, because a modal dialog hides the rest from assistive technology. */
export interface Outcome {
  readonly tone: 'success' | 'error';
  readonly words: string;
  readonly undo?: (() => void) | undefined;
}

export type OnOutcome = (outcome: Outcome) => void;
