import { isApple, type KeyPress } from '@/browser/keyboard';

/** A keyboard shortcut that neither browsers nor the editor use. */
export interface Shortcut {
  /** The keys as they are shown: `['Alt', 'Shift', 'K']`. */
  readonly keys: readonly string[];
  readonly matches: (press: KeyPress) => boolean;
}

/** An action of the page. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly shortcut?: Shortcut | undefined;
  /** Absent if the action is not available at the moment. */
  readonly run?: (() => void) | undefined;
}

/**
 * Alt and Shift with a letter. In fields it does not work on Apple keyboards, where it types a character.
 */
export const altShift = (letter: string): Shortcut => ({
  keys: ['Alt', 'Shift', letter],
  matches: ({ code, alt, shift, primary, inField, inDialog }) =>
    code === `Key${letter}` && alt && shift && !primary && !inDialog && !(inField && isApple()),
});

/** Control or Command with a letter, wherever the focus is. */
const primary = (letter: string): Shortcut => ({
  keys: [isApple() ? '⌘' : 'Ctrl', letter],
  matches: ({ key, primary: isPrimary, alt, shift, inDialog }) =>
    key === letter.toLowerCase() && isPrimary && !alt && !shift && !inDialog,
});

/** Control or Command with a letter, except in fields, editors and dialogs. */
export const primaryOutsideFields = (letter: string, withShift = false): Shortcut => ({
  keys: [isApple() ? '⌘' : 'Ctrl', ...(withShift ? ['Shift'] : []), letter],
  matches: ({ key, primary, alt, shift, inField, inDialog }) =>
    key === letter.toLowerCase() && primary && !alt && shift === withShift && !inField && !inDialog,
});

const withAltShift = altShift('K');
const withPrimary = primary('K');

/** Ctrl or ⌘ with K, and the former shortcut. */
export const actionsShortcut: Shortcut = {
  keys: withPrimary.keys,
  matches: (press) => withPrimary.matches(press) || withAltShift.matches(press),
};
