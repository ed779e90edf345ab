import {
  lazy,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type LazyExoticComponent,
} from 'react';
import { whenIdle } from '@/browser/whenIdle';
import { whenLeftAlone } from '@/browser/whenLeftAlone';

/** `off`: the plain view stays. */
export type MonacoMode = 'wanted' | 'off';

/** Monaco is heavy (about 720 kB) and made for a keyboard and a mouse. */
export const roomyScreen = '(min-width: 900px) and (pointer: fine)';

/**
 * `off` while the page is prerendered, hydrated and busy; `wanted` once a wide screen with a mouse is
 * idle, or once the person has asked for the editor.
 */
export function useMonacoMode(): readonly [mode: MonacoMode, ask: () => void] {
  const [mode, setMode] = useState<MonacoMode>('off');
  useEffect(() => {
    if (!window.matchMedia(roomyScreen).matches) return;
    return whenIdle(() => {
      setMode('wanted');
    });
  }, []);
  const ask = useCallback(() => {
    setMode('wanted');
  }, []);
  return [mode, ask];
}

/** Whether the documents of the start have got their editor; a later look at them need not wait. */
let wasWantedAtStart = false;

/**
 * For the documents that are there at the start, where reading Monaco would hold up whoever begins to
 * type: `wanted` once the pointer or the focus is on them, or once nobody has touched the page for a
 * while. `reach` says that somebody reaches for them.
 */
export function useMonacoModeAtStart(): readonly [mode: MonacoMode, reach: () => void] {
  const [mode, setMode] = useState<MonacoMode>('off');
  const want = useCallback(() => {
    if (!window.matchMedia(roomyScreen).matches) return;
    wasWantedAtStart = true;
    setMode('wanted');
  }, []);
  useEffect(() => (wasWantedAtStart ? whenIdle(want) : whenLeftAlone(want)), [want]);
  return [mode, want];
}

/** A component that arrives later, and may fail to. */
export interface LazyPart<Props> {
  /** To be rendered once the part is `loaded`. */
  readonly Component: LazyExoticComponent<ComponentType<Props>>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => LazyState;
  /** Loads once; after a failure it tries again. */
  readonly load: () => void;
}

export type LazyState = 'waiting' | 'loading' | 'loaded' | 'failed';

export function lazyPart<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyPart<Props> {
  const listeners = new Set<() => void>();
  let state: LazyState = 'waiting';
  const become = (next: LazyState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    Component: lazy(load),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    load() {
      if (state === 'loading' || state === 'loaded') return;
      become('loading');
      load().then(
        () => {
          become('loaded');
        },
        (error: unknown) => {
          reportError(error);
          become('failed');
        },
      );
    },
  };
}

/** Loads the part when it is wanted. */
export function useLazyPart<Props>(part: LazyPart<Props>, mode: MonacoMode): LazyState {
  const state = useSyncExternalStore(part.subscribe, part.state, waiting);
  useEffect(() => {
    if (mode === 'wanted') part.load();
  }, [mode, part]);
  return mode === 'wanted' ? state : 'waiting';
}

const waiting = (): LazyState => 'waiting';
