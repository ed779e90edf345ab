import { type EmotionCache } from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { colorModeKey, theme } from './theme';

interface PageThemeProps {
  readonly cache: EmotionCache;
  readonly children: ReactNode;
}

/** Provides the theme, the base styles and the colour scheme. */
export function PageTheme({ cache, children }: PageThemeProps) {
  return (
    <CacheProvider value={cache}>
      {/* `noSsr`: index.html sets the colour scheme. Without it, MUI would render the page a second time. */}
      <ThemeProvider theme={theme} modeStorageKey={colorModeKey} noSsr>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
