import { useEffect, useSyncExternalStore } from 'react';
import { shownColorScheme } from '@/browser/colorScheme';
import { resolvedVariables } from '@/browser/cssVariables';
import { theme } from '../theme';
import { applyColours } from './monaco';

/** Gives Monaco the page's colours, and follows when the colour scheme changes. */
export function usePageColours(): void {
  const scheme = useSyncExternalStore(
    shownColorScheme.subscribe,
    shownColorScheme.getSnapshot,
    shownColorScheme.getServerSnapshot,
  );
  useEffect(() => {
    const { code, tone } = theme.vars.palette;
    applyColours(scheme, resolvedVariables({ code, tone }));
  }, [scheme]);
}
