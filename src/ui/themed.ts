import type { CSSObject } from '@emotion/react';
import { css, type Theme } from '@mui/material/styles';

/**
 * For `styled`, where the styles depend on nothing but the theme: they are written once instead of
 * at each rendering, which counts while somebody types.
 */
export function themed(styles: (use: { readonly theme: Theme }) => CSSObject) {
  let last: { readonly theme: Theme; readonly written: ReturnType<typeof css> } | undefined;
  return ({ theme }: { readonly theme: Theme }) => {
    if (last?.theme !== theme) last = { theme, written: css(styles({ theme })) };
    return last.written;
  };
}
