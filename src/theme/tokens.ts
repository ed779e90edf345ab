import '@mui/material/themeCssVarsAugmentation';

/** What a message, chip or mark means; each has its own colours and its own icon. */
export type Tone = 'info' | 'success' | 'warning' | 'error' | 'security';

/** `text` has enough contrast on `surface` and on paper, `border` enough for a line with a meaning. */
export interface ToneColours {
  readonly text: string;
  readonly surface: string;
  readonly border: string;
}

export interface ControlColours {
  /** Outline of a field or button: at least 3:1 against every background. */
  readonly border: string;
  readonly hoverSurface: string;
  readonly selectedSurface: string;
  /** The ring around the focused control: at least 3:1 against every background. */
  readonly focus: string;
}

/** Colours of source text; every one is readable on `background` and on `changed`. */
export interface CodeColours {
  readonly background: string;
  readonly text: string;
  readonly key: string;
  readonly string: string;
  readonly number: string;
  readonly keyword: string;
  readonly comment: string;
  readonly punctuation: string;
  readonly command: string;
  readonly option: string;
  readonly variable: string;
  readonly placeholder: string;
  readonly placeholderSurface: string;
  readonly lineNumber: string;
  /** Behind a line that the last edit changed. */
  readonly changed: string;
  readonly selection: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    readonly tone: Readonly<Record<Tone, ToneColours>>;
    readonly control: ControlColours;
    readonly code: CodeColours;
    /** Background of toolbars, tab rows and table heads. */
    readonly sunken: string;
  }
  interface PaletteOptions {
    tone: Readonly<Record<Tone, ToneColours>>;
    control: ControlColours;
    code: CodeColours;
    sunken: string;
  }
  interface TypographyVariants {
    readonly monospace: string;
  }
  interface TypographyVariantsOptions {
    monospace: string;
  }
}
