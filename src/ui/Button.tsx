import type { ButtonHTMLAttributes, Ref } from 'react';
import { styled } from '@mui/material/styles';
import { Icon, type IconName } from './Icon';

/** One `primary` per view at most; `quiet` for actions inside a row or beside a label. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: IconName | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export const ButtonShape = styled('button', {
  shouldForwardProp: (prop) => prop !== 'look' && prop !== 'size' && prop !== 'sx',
})<{ look: ButtonLook; size: 'small' | 'medium' }>(({ theme, look, size }) => {
  const { palette, shape } = theme.vars;
  const looks = {
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
  const small = size === 'small';
  return {
    ...theme.typography.button,
    ...(small && { fontSize: '0.8125rem' }),
    boxSizing: 'border-box',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.75),
    minBlockSize: small ? '1.875rem' : '2.375rem',
    minInlineSize: small ? '1.875rem' : '2.375rem',
    paddingBlock: theme.spacing(0.25),
    paddingInline: theme.spacing(small ? 1 : 1.75),
    border: '1px solid',
    borderRadius: shape.borderRadius,
    cursor: 'pointer',
    textAlign: 'center',
    textDecoration: 'none',
    transition: theme.transitions.create(['background-color', 'border-color'], {
      duration: theme.transitions.duration.shorter,
    }),
    ...looks[look],
    '&:disabled': {
      color: palette.text.disabled,
      backgroundColor: palette.sunken,
      borderColor: palette.divider,
      cursor: 'not-allowed',
    },
    // Said outright, so that what is nested in the button takes it over.
    '@media (forced-colors: active)': { color: 'ButtonText', backgroundColor: 'ButtonFace' },
    '@media (pointer: coarse)': { minBlockSize: small ? '2.25rem' : '2.75rem' },
  };
});

export function Button({
  look = 'secondary',
  size = 'medium',
  icon,
  children,
  ...button
}: ButtonProps) {
  return (
    <ButtonShape type="button" {...button} look={look} size={size}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </ButtonShape>
  );
}
