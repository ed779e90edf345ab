import type { CodeColours, ControlColours, Tone, ToneColours } from './tokens';

export interface SchemePalette {
  readonly background: { readonly default: string; readonly paper: string };
  readonly sunken: string;
  readonly text: {
    readonly primary: string;
    readonly secondary: string;
    readonly disabled: string;
  };
  readonly divider: string;
  readonly primary: {
    readonly main: string;
    readonly light: string;
    readonly dark: string;
    readonly contrastText: string;
  };
  readonly control: ControlColours;
  readonly tone: Readonly<Record<Tone, ToneColours>>;
  readonly code: CodeColours;
}

const lightCode: CodeColours = {
  background: '#fbfcfb',
  text: '#1b2624',
  key: '#0b5560',
  string: '#7a3d00',
  number: '#6a2c8c',
  keyword: '#8a1f5c',
  comment: '#56635f',
  punctuation: '#4b5855',
  command: '#1d4f9a',
  option: '#0b5560',
  variable: '#6a2c8c',
  placeholder: '#7a3d00',
  placeholderSurface: '#ffeac2',
  lineNumber: '#5f6c68',
  changed: '#fff1d6',
  selection: '#cfe6e6',
};

const darkCode: CodeColours = {
  background: '#121a1a',
  text: '#e1e8e6',
  key: '#83cfd2',
  string: '#efc08a',
  number: '#d3b0ee',
  keyword: '#f2a3c8',
  comment: '#a2b0ac',
  punctuation: '#adbab6',
  command: '#a3c4f7',
  option: '#83cfd2',
  variable: '#d3b0ee',
  placeholder: '#ffd08a',
  placeholderSurface: '#47340f',
  lineNumber: '#8a9894',
  changed: '#352b13',
  selection: '#1c3f42',
};

/** The light colour scheme. `palette.test.ts` checks the contrast of every pair that is used. */
export const lightPalette: SchemePalette = {
  background: { default: '#f3f5f4', paper: '#ffffff' },
  sunken: '#e9eeec',
  text: { primary: '#17211f', secondary: '#4a5754', disabled: '#65726e' },
  divider: '#d5dcda',
  primary: { main: '#0b5a66', light: '#2d7f8a', dark: '#07424b', contrastText: '#ffffff' },
  control: {
    border: '#75837f',
    hoverSurface: '#eef3f2',
    selectedSurface: '#e3f0f0',
    focus: '#0b6f7d',
  },
  tone: {
    info: { text: '#234f86', surface: '#eaf1fa', border: '#5b84b8' },
    success: { text: '#1f5c35', surface: '#e7f3ea', border: '#4f8f66' },
    warning: { text: '#744600', surface: '#fdf1db', border: '#a97420' },
    error: { text: '#9c1f1a', surface: '#fdecea', border: '#c0504a' },
    security: { text: '#7d2160', surface: '#faebf5', border: '#ad5590' },
  },
  code: lightCode,
};

export const darkPalette: SchemePalette = {
  background: { default: '#0e1414', paper: '#161e1e' },
  sunken: '#1d2727',
  text: { primary: '#e4ebe9', secondary: '#b1bebb', disabled: '#8b9995' },
  divider: '#2c3838',
  primary: { main: '#7ccdd2', light: '#a5e0e3', dark: '#51a7ad', contrastText: '#06282c' },
  control: {
    border: '#788785',
    hoverSurface: '#202b2b',
    selectedSurface: '#173335',
    focus: '#8edbe0',
  },
  tone: {
    info: { text: '#a9c8f5', surface: '#182536', border: '#6288bd' },
    success: { text: '#9ad6ac', surface: '#152a1c', border: '#4f9467' },
    warning: { text: '#f3c983', surface: '#302410', border: '#ac7f32' },
    error: { text: '#ffb4ab', surface: '#3a1917', border: '#c9655d' },
    security: { text: '#f0b0d9', surface: '#351a2c', border: '#b2639a' },
  },
  code: darkCode,
};
