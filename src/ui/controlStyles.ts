import type { CSSObject } from '@mui/material/styles';
import { theme } from '@/theme/theme';

/** Box of a text field, select or text area. */
export function fieldBox(monospace = false): CSSObject {
  const { palette } = theme.vars;
  return {
    ...theme.typography.body1,
    ...(monospace && { fontFamily: theme.typography.monospace, fontSize: '0.8125rem' }),
    boxSizing: 'border-box',
    inlineSize: '100%',
    minInlineSize: 0,
    minBlockSize: '2.375rem',
    paddingBlock: theme.spacing(0.75),
    paddingInline: theme.spacing(1.25),
    color: palette.text.primary,
    backgroundColor: palette.background.paper,
    border: `1px solid ${palette.control.border}`,
    borderRadius: theme.vars.shape.borderRadius,
    transition: theme.transitions.create(['border-color', 'box-shadow'], {
      duration: theme.transitions.duration.shorter,
    }),
    '&:hover:not(:disabled)': { borderColor: palette.text.secondary },
    '&:focus-visible': {
      outline: `2px solid ${palette.control.focus}`,
      outlineOffset: -1,
      borderColor: palette.control.focus,
    },
    '&[aria-invalid="true"]': {
      borderColor: palette.tone.error.border,
      boxShadow: `inset 3px 0 0 ${palette.tone.error.border}`,
    },
    '&[data-warning="true"]': {
      borderColor: palette.tone.warning.border,
      boxShadow: `inset 3px 0 0 ${palette.tone.warning.border}`,
    },
    '&:disabled': {
      color: palette.text.disabled,
      backgroundColor: palette.sunken,
      borderStyle: 'dashed',
    },
    // iOS zooms into a field whose text is below 16 px.
    '@media (pointer: coarse)': { fontSize: '1rem', minBlockSize: '2.75rem' },
  };
}

/** Radio and checkbox in the colours of the scheme; the native control keeps forced colours and print right. */
export function checkBox(): CSSObject {
  return {
    flex: 'none',
    inlineSize: '1.125rem',
    blockSize: '1.125rem',
    margin: 0,
    accentColor: theme.vars.palette.primary.main,
  };
}
