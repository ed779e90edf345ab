import { Button, type ButtonProps } from './Button';
import type { IconName } from './Icon';

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Accessible name and tooltip. */
  readonly label: string;
}

export function IconButton({ label, look = 'quiet', size = 'small', ...button }: IconButtonProps) {
  return <Button {...button} look={look} size={size} aria-label={label} title={label} />;
}
