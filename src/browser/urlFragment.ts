/** `refused`: the browser limits how often the address may change (Safari: 100 times in 10 seconds). */
export type FragmentWrite = 'written' | 'refused';

let lastKnown: string | undefined;

/** The fragment without `#`, percent-encoded as in the address. */
export function readFragment(): string {
  return location.hash.slice(1);
}

/** The address of this page with the fragment in place of its own. */
export function addressWithFragment(text: string): string {
  return `${location.href.replace(/#.*$/s, '')}#${text}`;
}

function write(text: string, method: 'replaceState' | 'pushState'): FragmentWrite {
  const address = location.pathname + location.search + (text === '' ? '' : `#${text}`);
  try {
    history[method](history.state, '', address);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return 'refused';
    throw error;
  }
  lastKnown = readFragment();
  return 'written';
}

/** Replaces the fragment without a new entry in the history. */
export function replaceFragment(text: string): FragmentWrite {
  return write(text, 'replaceState');
}

/** Changes the fragment with a new entry in the history, so that Back returns to the former one. */
export function pushFragment(text: string): FragmentWrite {
  return write(text, 'pushState');
}

const listeners = new Set<(fragment: string) => void>();

/** Most changes of the address fire both events. */
const handleMove = () => {
  const fragment = readFragment();
  if (fragment === lastKnown) return;
  lastKnown = fragment;
  for (const listener of listeners) listener(fragment);
};

/** Calls back once for each change that did not come from this module: Back, Forward, a link, a typed address. */
export function subscribeToFragment(listener: (fragment: string) => void): () => void {
  if (listeners.size === 0) {
    lastKnown = readFragment();
    window.addEventListener('popstate', handleMove);
    window.addEventListener('hashchange', handleMove);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('popstate', handleMove);
    window.removeEventListener('hashchange', handleMove);
  };
}
