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

/** Gives the page its design system, its base styles and its colour scheme. */
export function PageTheme({ cache, children }: PageThemeProps) {
  return (
    <CacheProvider value={cache}>
      {/* `noSsr`: index.html has set the colours already. Without it, MUI renders the page once more. */}
      <ThemeProvider theme={theme} modeStorageKey={colorModeKey} noSsr>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
