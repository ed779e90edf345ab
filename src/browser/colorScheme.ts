import { readStored, removeStored, subscribeToStored, writeStored } from './draftStorage';

export type ColorScheme = 'light' | 'dark';
export type ColorMode = ColorScheme | 'system';

/** index.html reads it before the first paint. */
const storageKey = 'qbusiness-policies:color-mode';

const listeners = new Set<() => void>();
let stopFollowing: (() => void) | undefined;
let mode: ColorMode | undefined;

function chosenMode(): ColorMode {
  const stored = readStored(storageKey);
  return stored.ok && (stored.value === 'light' || stored.value === 'dark')
    ? stored.value
    : 'system';
}

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');

function colorScheme(): ColorScheme {
  const current = colorMode.getSnapshot();
  if (current !== 'system') return current;
  return systemIsDark().matches ? 'dark' : 'light';
}

function show() {
  document.documentElement.dataset['colorScheme'] = colorScheme();
  for (const listener of listeners) listener();
}

/** Follows the system and the other tabs while somebody looks. */
function follow(): () => void {
  const system = systemIsDark();
  const stopHearing = subscribeToStored(storageKey, () => {
    mode = chosenMode();
    show();
  });
  system.addEventListener('change', show);
  return () => {
    system.removeEventListener('change', show);
    stopHearing();
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stopFollowing ??= follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopFollowing?.();
    stopFollowing = undefined;
  };
}

/** What was chosen; the prerendered page cannot know it. */
export const colorMode = {
  subscribe,
  getSnapshot: (): ColorMode => (mode ??= chosenMode()),
  getServerSnapshot: (): ColorMode | undefined => undefined,
};

/** What is shown. */
export const shownColorScheme = {
  subscribe,
  getSnapshot: colorScheme,
  getServerSnapshot: (): ColorScheme => 'light',
};

/** Shows these colours and keeps the choice, where the browser keeps anything. */
export function chooseColorMode(chosen: ColorMode): void {
  mode = chosen;
  if (chosen === 'system') removeStored(storageKey);
  else writeStored(storageKey, chosen);
  show();
}
