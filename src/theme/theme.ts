import { createTheme, enhanceHighContrast } from '@mui/material/styles';
import { components } from './components';
import { darkPalette, lightPalette, type SchemePalette } from './palette';
import './tokens';

/** The attribute on `<html>` that holds `light` or `dark`; index.html sets it before the first paint. */
const colorSchemeAttribute = 'data-color-scheme';

/** Where the chosen colour scheme is kept; index.html reads it too. */
export const colorModeKey = 'qbusiness-policies:color-mode';

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';
const monospace =
  'ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** The colours of MUI's own severities, from the same tones as the rest of the page. */
function muiPalette(palette: SchemePalette) {
  const { info, success, warning, error } = palette.tone;
  const { contrastText } = palette.primary;
  return {
    ...palette,
    info: { main: info.text, contrastText },
    success: { main: success.text, contrastText },
    warning: { main: warning.text, contrastText },
    error: { main: error.text, contrastText },
    action: {
      hover: palette.control.hoverSurface,
      selected: palette.control.selectedSurface,
      disabled: palette.text.disabled,
      disabledBackground: palette.sunken,
    },
  };
}

/** The theme of the page: dense, with borders instead of shadows. */
export const theme = enhanceHighContrast(
  createTheme({
    cssVariables: { cssVarPrefix: 'ui', colorSchemeSelector: `[${colorSchemeAttribute}="%s"]` },
    colorSchemes: {
      light: { palette: muiPalette(lightPalette) },
      dark: { palette: muiPalette(darkPalette) },
    },
    spacing: 8,
    shape: { borderRadius: 6 },
    focusVisible: { outlineWidth: 2, outlineOffset: 2 },
    motion: { reducedMotion: 'system' },
    typography: {
      fontFamily: sans,
      monospace,
      h1: { fontSize: '0.9375rem', lineHeight: 1.35, fontWeight: 650 },
      h2: { fontSize: '0.875rem', lineHeight: 1.4, fontWeight: 650 },
      h3: { fontSize: '0.8125rem', lineHeight: 1.4, fontWeight: 650 },
      body1: { fontSize: '0.8125rem', lineHeight: 1.5 },
      body2: { fontSize: '0.8125rem', lineHeight: 1.45 },
      caption: { fontSize: '0.75rem', lineHeight: 1.4 },
      button: { fontSize: '0.8125rem', lineHeight: 1.4, fontWeight: 600, textTransform: 'none' },
    },
    transitions: {
      duration: { shortest: 80, shorter: 120, short: 160, standard: 200, complex: 260 },
    },
    components,
  }),
);
