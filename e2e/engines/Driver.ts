/** A file as the browser saved it. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The little that a journey needs of a browser, with real clicks and keys. Selectors are CSS. */
export interface Driver {
  readonly open: (url: string) => Promise<void>;
  /** The value of a JavaScript expression in the page, as JSON can carry it. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly click: (selector: string) => Promise<void>;
  /** Types at the focused element. */
  readonly type: (text: string) => Promise<void>;
  /** One key by its DOM name, such as `Tab`. */
  readonly press: (key: Key) => Promise<void>;
  /** Ctrl or Command and a letter. */
  readonly shortcut: (letter: 'a' | 'c' | 'v') => Promise<void>;
  /** The next file that is saved after the act. */
  readonly download: (act: () => Promise<void>) => Promise<SavedFile>;
  /** What the console and the error handlers received since the start. */
  readonly problems: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export type Key = 'Tab' | 'Enter' | 'ArrowRight' | 'Backspace';
