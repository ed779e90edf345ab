import { useColorScheme } from '@mui/material/styles';
import { useEffect } from 'react';
import { resolvedVariables } from '@/browser/cssVariables';
import { theme } from '@/theme/theme';
import { applyColours } from './monaco';

/** Applies the page's colour scheme to Monaco, also when it changes. */
export function usePageColours(): void {
  const { colorScheme } = useColorScheme();
  useEffect(() => {
    if (colorScheme === undefined) return;
    const { code, tone } = theme.vars.palette;
    applyColours(colorScheme, resolvedVariables({ code, tone }));
  }, [colorScheme]);
}
