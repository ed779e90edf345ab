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
import { whenInactive } from '@/browser/whenInactive';

/** `off`: only the plain view is used. */
export type MonacoMode = 'wanted' | 'off';

/** Screens for which Monaco is loaded: it is large (about 720 kB) and made for keyboard and mouse. */
export const roomyScreen = '(min-width: 900px) and (pointer: fine)';

/**
 * `off` during prerendering and hydration; `wanted` once the page is idle on a wide screen with a mouse,
 * or once the person has asked for the editor.
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

/** Whether Monaco was wanted at the start: then it is wanted at once when the documents are shown again. */
let wasWantedAtStart = false;

/**
 * For documents that are shown at the start, when loading Monaco would delay typing: `wanted` once the
 * pointer or the focus reaches them (call `reach`), or once the page had no input for a while.
 */
export function useMonacoModeAtStart(): readonly [mode: MonacoMode, reach: () => void] {
  const [mode, setMode] = useState<MonacoMode>('off');
  const want = useCallback(() => {
    if (!window.matchMedia(roomyScreen).matches) return;
    wasWantedAtStart = true;
    setMode('wanted');
  }, []);
  useEffect(() => (wasWantedAtStart ? whenIdle(want) : whenInactive(want)), [want]);
  return [mode, want];
}

/** A component that is loaded on demand; loading may fail. */
export interface LazyPart<Props> {
  /** Render it only in the state `loaded`. */
  readonly Component: LazyExoticComponent<ComponentType<Props>>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => LazyState;
  /** Loads the component once; after a failure, loads it again. */
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
