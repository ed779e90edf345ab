import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { renderToString } from 'react-dom/server';
import type * as virtualTheme from 'virtual:theme';
import { theme } from './theme';

const variants = ['h1', 'h2', 'h3', 'body1', 'body2', 'caption', 'button'] as const;

/** Every variable is in the base style sheet. */
const withoutFallback = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^var\((--[\w-]+),.*\)$/, 'var($1)') : value;

/** The source of `virtual:theme`. */
export function themeModule(): string {
  const { palette, shape } = theme.vars;
  const { background, sunken, text, divider, primary, control, tone, code } = palette;
  const { fontFamily, monospace } = theme.typography;
  const { appBar, modal, snackbar } = theme.zIndex;
  const values: Record<keyof typeof virtualTheme, object> = {
    vars: {
      palette: { background, sunken, text, divider, primary, control, tone, code },
      shape,
    },
    typography: {
      fontFamily,
      monospace,
      // Every element inherits the font.
      ...Object.fromEntries(
        variants.map((variant) => [
          variant,
          { ...theme.typography[variant], fontFamily: undefined },
        ]),
      ),
    },
    zIndex: { appBar, modal, snackbar },
    shadows: { 6: theme.shadows[6], 8: theme.shadows[8], 12: theme.shadows[12] },
    durations: theme.transitions.duration,
  };
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, withoutFallback)};\n`)
    .join('');
}

/** The variables of both colour schemes, and the style of every bare element. */
export function baseStyleSheet(): string {
  const cache = createCache({ key: 'base', stylisPlugins: [] });
  // Keeps the rules here instead of in the markup.
  cache.compat = true;
  renderToString(
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
      </ThemeProvider>
    </CacheProvider>,
  );
  return Object.values(cache.inserted).join('');
}
