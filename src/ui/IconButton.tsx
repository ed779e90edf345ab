import MuiIconButton, {
  type IconButtonProps as MuiIconButtonProps,
} from '@mui/material/IconButton';
import { Icon, type IconName } from './Icon';

export interface IconButtonProps extends Omit<MuiIconButtonProps, 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Accessible name and tooltip. */
  readonly label: string;
}

export function IconButton({ icon, label, ...button }: IconButtonProps) {
  return (
    <MuiIconButton color="inherit" {...button} aria-label={label} title={label}>
      <Icon name={icon} />
    </MuiIconButton>
  );
}
