import { useSyncExternalStore } from 'react';
import { subscribeToLeaving } from '@/browser/pageLife';
import { readSession, writeSession } from '@/browser/sessionStorage';
import type { DocumentKind } from '@/iam/documentKind';

/** A text to check. Immutable: with another text or kind it is another object. */
export interface CheckedText {
  readonly id: number;
  /** The name of its file; empty for a pasted text. */
  readonly name: string;
  readonly text: string;
  /** Kinds chosen by the person, by position of the document, in place of the recognised ones. */
  readonly kinds: Readonly<Record<number, DocumentKind>>;
}

/** One side of a comparison: a role by its key, or the role of the form. */
export type ComparedSide = { readonly role: string } | 'form';

export interface CheckState {
  readonly texts: readonly CheckedText[];
  /** The key of the shown role; the first role if undefined or no longer there. */
  readonly role: string | undefined;
  /** The text in the editor; the first one of the role if undefined or no longer there. */
  readonly text: number | undefined;
  /** Whether roles are listed that do not concern Amazon Q Business. */
  readonly isEveryRoleShown: boolean;
  readonly before: ComparedSide | undefined;
  readonly after: ComparedSide | undefined;
  /** False when the texts are too large to survive a reload. */
  readonly isKept: boolean;
  /** Another number whenever texts are added with a button; 0 after a reload. */
  readonly added: number;
}

export interface AddedText {
  readonly name: string;
  readonly text: string;
}

/** In the tab's own storage. */
const sessionKey = 'qbusiness-policies:check';
const version = 1;
/** Characters; browsers keep 5 MB for everything of a page. */
const mostKept = 2_000_000;
const keepAfterMs = 300;

const empty: CheckState = {
  texts: [],
  role: undefined,
  text: undefined,
  isEveryRoleShown: false,
  before: undefined,
  after: undefined,
  isKept: true,
  added: 0,
};

let state: CheckState | undefined;
let lastId = 0;
let added = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
let stopKeeping: (() => void) | undefined;

const get = (): CheckState => (state ??= restore());

function become(next: Partial<CheckState>): void {
  state = { ...get(), ...next };
  clearTimeout(timer);
  timer = setTimeout(keep, keepAfterMs);
  for (const listener of listeners) listener();
}

/** Stores the texts and the view for a reload. */
function keep(): void {
  clearTimeout(timer);
  timer = undefined;
  const { texts, role, text, isEveryRoleShown, isKept } = get();
  const size = texts.reduce((sum, one) => sum + one.text.length, 0);
  const stored = size > mostKept ? [] : texts;
  const isWritten = writeSession(
    sessionKey,
    JSON.stringify({ version, texts: stored, role, text, isEveryRoleShown }),
  );
  const isNowKept = size <= mostKept && isWritten;
  if (isNowKept !== isKept) become({ isKept: isNowKept });
}

function restore(): CheckState {
  const stored = readSession(sessionKey);
  if (stored === null) return empty;
  try {
    const texts = textsIn(JSON.parse(stored));
    lastId = Math.max(0, ...texts.map(({ id }) => id));
    const { role, text, isEveryRoleShown } = fieldsOf(JSON.parse(stored));
    return {
      ...empty,
      texts,
      role: typeof role === 'string' ? role : undefined,
      text: typeof text === 'number' ? text : undefined,
      isEveryRoleShown: isEveryRoleShown === true,
    };
  } catch (error) {
    // Not written by this page; the next change overwrites it.
    if (error instanceof SyntaxError) return empty;
    throw error;
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

function textsIn(stored: unknown): readonly CheckedText[] {
  const { version: written, texts } = fieldsOf(stored);
  if (written !== version || !Array.isArray(texts)) return [];
  return texts.flatMap((one: unknown): readonly CheckedText[] => {
    const { id, name, text, kinds } = fieldsOf(one);
    if (typeof id !== 'number' || typeof name !== 'string' || typeof text !== 'string') return [];
    return [{ id, name, text, kinds: kindsIn(kinds) }];
  });
}

const kindsIn = (kinds: unknown): CheckedText['kinds'] =>
  Object.fromEntries(
    Object.entries(fieldsOf(kinds)).flatMap(([position, kind]) =>
      kind === 'identity' || kind === 'trust' || kind === 'resource' ? [[position, kind]] : [],
    ),
  );

const change = (id: number, next: Partial<Omit<CheckedText, 'id'>>): void =>
  become({ texts: get().texts.map((text) => (text.id === id ? { ...text, ...next } : text)) });

/** The texts that are checked; kept for the lifetime of the tab, also through a reload. */
export const checkSession = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    stopKeeping ??= subscribeToLeaving(keepNow);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stopKeeping?.();
      stopKeeping = undefined;
    };
  },
  get,
  showRole: (role: string) => become({ role, text: undefined }),
  showText: (text: number) => become({ text }),
  showEveryRole: (isEveryRoleShown: boolean) => become({ isEveryRoleShown }),
  compare: (sides: Partial<Pick<CheckState, 'before' | 'after'>>) => become(sides),
  setText: (id: number, text: string) => change(id, { text }),
  setKind: (id: number, position: number, kind: DocumentKind) => {
    const kinds = get().texts.find((text) => text.id === id)?.kinds;
    change(id, { kinds: { ...kinds, [position]: kind } });
  },
  /** Adds texts, in place of empty ones, and shows the first of them. */
  add: (more: readonly AddedText[], isByButton = true) => {
    const kept = get().texts.filter(({ text }) => text.trim() !== '');
    const next = more.map(({ name, text }): CheckedText => ({
      id: (lastId += 1),
      name,
      text,
      kinds: {},
    }));
    if (isByButton) added += 1;
    become({ texts: [...kept, ...next], role: undefined, text: next[0]?.id, added });
  },
  /** Replaces all texts. Returns a function that restores the former ones. */
  replaceAll: (texts: readonly AddedText[]): (() => void) => {
    const before = get();
    become(empty);
    checkSession.add(texts);
    return () => become(before);
  },
  remove: (id: number) => become({ texts: get().texts.filter((text) => text.id !== id) }),
  removeAll: () => become(empty),
};

function keepNow(): void {
  if (timer !== undefined) keep();
}

export const useCheckSession = (): CheckState =>
  useSyncExternalStore(checkSession.subscribe, get, () => empty);
