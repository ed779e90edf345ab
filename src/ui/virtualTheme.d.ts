/** The plain values of `src/app/theme.ts`, put there by `scripts/build/pageTheme.ts`. */
declare module 'virtual:theme' {
  import type { CSSObject } from '@emotion/react';
  import type { Theme } from '@mui/material/styles';

  /** Names of the CSS variables, such as `var(--ui-palette-divider)`. */
  export const vars: {
    readonly palette: Pick<
      Theme['vars']['palette'],
      'background' | 'sunken' | 'text' | 'divider' | 'primary' | 'control' | 'tone' | 'code'
    >;
    readonly shape: Theme['vars']['shape'];
  };
  export const typography: { readonly fontFamily: string; readonly monospace: string } & Readonly<
    Record<'h1' | 'h2' | 'h3' | 'body1' | 'body2' | 'caption' | 'button', CSSObject>
  >;
  export const zIndex: Pick<Theme['zIndex'], 'appBar' | 'modal' | 'snackbar'>;
  /** By elevation. */
  export const shadows: Readonly<Record<6 | 8 | 12, string>>;
  /** In milliseconds. */
  export const durations: Theme['transitions']['duration'];
}
