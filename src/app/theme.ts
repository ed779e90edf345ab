import { createTheme } from '@mui/material/styles';
import { darkPalette, lightPalette, type SchemePalette } from './palette';

/** The attribute on `<html>` that holds `light` or `dark`; set before first paint by the colour-scheme script. */
const colorSchemeAttribute = 'data-color-scheme';

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';
const monospace =
  'ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** MUI names severities itself; its parts take the same colours as ours. */
function muiPalette(palette: SchemePalette) {
  const { info, success, warning, error } = palette.tone;
  return {
    ...palette,
    info: { main: info.text },
    success: { main: success.text },
    warning: { main: warning.text },
    error: { main: error.text },
  };
}

const neverVariables = new Set([
  'breakpoints',
  'colorSchemeSelector',
  'cssVarPrefix',
  'direction',
  'focusVisible',
  'font',
  'mixins',
  'modularCssLayers',
  'motion',
  'overlays',
  'rootSelector',
  'shadows',
  'transitions',
  'typography',
  'unstable_sxConfig',
  'zIndex',
]);

/** MUI writes colours for every part it has; the prerendered page carries only those of the parts in use. */
function isUnusedVariable([group = '', name = '']: readonly string[]): boolean {
  if (group === 'palette') return /^[A-Z]|^(mode|contrastThreshold|tonalOffset|grey)$/.test(name);
  return neverVariables.has(group);
}

/**
 * The design system. It is made while the page is built (`scripts/build/pageTheme.ts`): the page
 * carries its style sheet and plain values, not the code that makes them.
 */
export const theme = createTheme({
  cssVariables: {
    cssVarPrefix: 'ui',
    shouldSkipGeneratingVar: isUnusedVariable,
    colorSchemeSelector: `[${colorSchemeAttribute}="%s"]`,
  },
  colorSchemes: {
    light: { palette: muiPalette(lightPalette) },
    dark: { palette: muiPalette(darkPalette) },
  },
  spacing: '0.5rem',
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: sans,
    monospace,
    h1: { fontSize: '1.375rem', lineHeight: 1.25, fontWeight: 650, letterSpacing: '-0.01em' },
    h2: { fontSize: '1.125rem', lineHeight: 1.3, fontWeight: 650, letterSpacing: '-0.005em' },
    h3: { fontSize: '0.9375rem', lineHeight: 1.35, fontWeight: 650 },
    body1: { fontSize: '0.9375rem', lineHeight: 1.5 },
    body2: { fontSize: '0.875rem', lineHeight: 1.45 },
    caption: { fontSize: '0.8125rem', lineHeight: 1.4 },
    button: { fontSize: '0.875rem', lineHeight: 1.4, fontWeight: 600, textTransform: 'none' },
  },
  transitions: {
    duration: { shortest: 80, shorter: 120, short: 160, standard: 200, complex: 260 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: (theme) => ({
        html: { scrollPaddingBlock: '5rem', WebkitTextSizeAdjust: '100%', textSizeAdjust: '100%' },
        body: { overflowWrap: 'anywhere' },
        noscript: {
          ...theme.typography.body1,
          display: 'block',
          padding: theme.spacing(1.5, 3),
          color: theme.vars.palette.tone.warning.text,
          backgroundColor: theme.vars.palette.tone.warning.surface,
        },
        'button, input, select, textarea': { fontFamily: 'inherit' },
        'code, kbd, pre, samp': { fontFamily: theme.typography.monospace, fontSize: '0.9em' },
        a: { color: theme.vars.palette.primary.main, textUnderlineOffset: '0.15em' },
        'h1, h2, h3, h4, p, ul, ol, dl, dd, figure': { margin: 0 },
        ':focus-visible': {
          outline: `2px solid ${theme.vars.palette.control.focus}`,
          outlineOffset: '2px',
        },
        '::selection': { backgroundColor: theme.vars.palette.code.selection },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            // Not a short duration: that alone would make every change of a style a transition.
            transition: 'none !important',
            scrollBehavior: 'auto !important',
          },
        },
        '@media print': { 'html, body, #root > div': { backgroundColor: 'white' } },
        '@media (forced-colors: active)': {
          ':focus-visible': { outlineColor: 'Highlight' },
        },
      }),
    },
  },
});
