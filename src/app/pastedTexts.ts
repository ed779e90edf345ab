import { useSyncExternalStore } from 'react';
import type { DocumentKind } from '@/iam/documentKind';

/** A text that somebody brought along; kept as long as the page is open, whatever view is shown. */
export interface PastedText {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  /** What its documents are, by position, where the recognised kind was overruled. */
  readonly kinds: Readonly<Record<number, DocumentKind>>;
}

interface PastedTexts {
  readonly texts: readonly [PastedText, ...PastedText[]];
  readonly shown: number;
}

let lastId = 1;
const blank = (name = '', text = ''): PastedText => ({ id: (lastId += 1), name, text, kinds: {} });
const first = blank();
let state: PastedTexts = { texts: [first], shown: first.id };
const listeners = new Set<() => void>();

function become(texts: readonly PastedText[], shown = state.shown): void {
  const [head = blank(), ...others] = texts;
  const isThere = [head, ...others].some(({ id }) => id === shown);
  state = { texts: [head, ...others], shown: isThere ? shown : head.id };
  for (const listener of listeners) listener();
}

const change = (id: number, next: Partial<Omit<PastedText, 'id'>>): void =>
  become(state.texts.map((text) => (text.id === id ? { ...text, ...next } : text)));

export const pastedTexts = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  get: () => state,
  show: (id: number) => become(state.texts, id),
  setText: (id: number, text: string) => change(id, { text }),
  setKind: (id: number, position: number, kind: DocumentKind) => {
    const kinds = state.texts.find((text) => text.id === id)?.kinds;
    change(id, { kinds: { ...kinds, [position]: kind } });
  },
  /** Adds texts and shows the first of them; empty ones make room. */
  add: (added: readonly { readonly name: string; readonly text: string }[]) => {
    const next = added.map(({ name, text }) => blank(name, text));
    become([...state.texts.filter(({ text }) => text.trim() !== ''), ...next], next[0]?.id);
  },
  addBlank: () => {
    const next = blank();
    become([...state.texts, next], next.id);
  },
  remove: (id: number) => become(state.texts.filter((text) => text.id !== id)),
};

export const usePastedTexts = (): PastedTexts =>
  useSyncExternalStore(pastedTexts.subscribe, pastedTexts.get, pastedTexts.get);
