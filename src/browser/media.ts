/** The three arguments of `useSyncExternalStore`, in its order. */
export interface MediaStore {
  readonly subscribe: (onChange: () => void) => () => void;
  readonly getSnapshot: () => boolean;
  /** The result of the query during prerendering and hydration. */
  readonly getServerSnapshot: () => boolean;
}

/** Follows a media query such as `(min-width: 900px)`. Create it once, outside of components. */
export function mediaStore(query: string, whilePrerendering: boolean): MediaStore {
  return {
    subscribe: (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    getSnapshot: () => window.matchMedia(query).matches,
    getServerSnapshot: () => whilePrerendering,
  };
}
