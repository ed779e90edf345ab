import type { ButtonHTMLAttributes, Ref } from 'react';
import type { CSSObject } from '@mui/material/styles';
import { styled } from '@mui/material/styles';
import { Icon, type IconName } from './Icon';
import { theme } from '@/theme/theme';

/** One `primary` per view at most; `quiet` for actions inside a row or beside a label. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: IconName | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

const { palette, shape } = theme.vars;

const looks: Readonly<Record<ButtonLook, CSSObject>> = {
  primary: {
    color: palette.primary.contrastText,
    backgroundColor: palette.primary.main,
    borderColor: palette.primary.main,
    '&:hover': { backgroundColor: palette.primary.dark, borderColor: palette.primary.dark },
  },
  secondary: {
    color: palette.text.primary,
    backgroundColor: palette.background.paper,
    borderColor: palette.control.border,
    '&:hover': { backgroundColor: palette.control.hoverSurface },
  },
  quiet: {
    color: palette.primary.main,
    backgroundColor: 'transparent',
    borderColor: 'transparent',
    '&:hover': { backgroundColor: palette.control.selectedSurface },
  },
  danger: {
    color: palette.tone.error.text,
    backgroundColor: palette.background.paper,
    borderColor: palette.tone.error.border,
    '&:hover': { backgroundColor: palette.tone.error.surface },
  },
};

/** For an element with `data-look` and `data-size`. */
export const buttonStyles: CSSObject = {
  ...theme.typography.button,
  boxSizing: 'border-box',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.spacing(0.75),
  minBlockSize: '2.375rem',
  minInlineSize: '2.375rem',
  paddingBlock: theme.spacing(0.25),
  paddingInline: theme.spacing(1.75),
  border: '1px solid',
  borderRadius: shape.borderRadius,
  cursor: 'pointer',
  textAlign: 'center',
  textDecoration: 'none',
  transition: theme.transitions.create(['background-color', 'border-color'], {
    duration: theme.transitions.duration.shorter,
  }),
  ...Object.fromEntries(
    Object.entries(looks).map(([look, styles]) => [`&:where([data-look="${look}"])`, styles]),
  ),
  '&:disabled': {
    color: palette.text.disabled,
    backgroundColor: palette.sunken,
    borderColor: palette.divider,
    cursor: 'not-allowed',
  },
  // Said outright, so that what is nested in the button takes it over.
  '@media (forced-colors: active)': { color: 'ButtonText', backgroundColor: 'ButtonFace' },
  '@media (pointer: coarse)': { minBlockSize: '2.75rem' },
  '&:where([data-size="small"])': {
    fontSize: '0.8125rem',
    minBlockSize: '1.875rem',
    minInlineSize: '1.875rem',
    paddingInline: theme.spacing(1),
    '@media (pointer: coarse)': { minBlockSize: '2.25rem' },
  },
};

const ButtonShape = styled('button')(buttonStyles);

export function Button({
  look = 'secondary',
  size = 'medium',
  icon,
  children,
  ...button
}: ButtonProps) {
  return (
    <ButtonShape type="button" {...button} data-look={look} data-size={size}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </ButtonShape>
  );
}
