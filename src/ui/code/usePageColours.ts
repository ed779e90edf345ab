import { useEffect } from 'react';
import { useColorScheme, useTheme } from '@mui/material/styles';
import { applyColours } from './monaco';

/** Gives Monaco the page's colours, and follows when the colour scheme changes. */
export function usePageColours(): void {
  const { colorSchemes } = useTheme();
  const { colorScheme } = useColorScheme();
  const scheme = colorScheme === 'dark' ? 'dark' : 'light';
  const colours = colorSchemes?.[scheme]?.palette;
  useEffect(() => {
    if (colours) applyColours(scheme, colours);
  }, [scheme, colours]);
}
