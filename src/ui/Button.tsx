import MuiButton, { type ButtonProps as MuiButtonProps } from '@mui/material/Button';
import { Icon, type IconName } from './Icon';

/** One `primary` per view at most; `quiet` for actions inside a row or beside a label. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<
  MuiButtonProps,
  'variant' | 'color' | 'startIcon' | 'size'
> {
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: IconName | undefined;
}

const looks = {
  primary: { variant: 'contained', color: 'primary' },
  secondary: { variant: 'outlined', color: 'inherit' },
  quiet: { variant: 'text', color: 'primary' },
  danger: { variant: 'outlined', color: 'error' },
} as const satisfies Record<ButtonLook, MuiButtonProps>;

/** MUI's button in the four looks of this page. */
export function Button({ look = 'secondary', size = 'small', icon, ...button }: ButtonProps) {
  return (
    <MuiButton
      {...button}
      {...looks[look]}
      size={size}
      startIcon={icon === undefined ? undefined : <Icon name={icon} />}
    />
  );
}
