import type { AnchorHTMLAttributes } from 'react';
import { styled } from '@mui/material/styles';
import { buttonStyles, type ButtonLook } from './Button';
import { Icon, type IconName } from './Icon';

export interface LinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: IconName | undefined;
}

const LinkShape = styled('a')(buttonStyles);

/** A link that looks like a button: it leads somewhere, it does not do something. */
export function LinkButton({
  look = 'secondary',
  size = 'medium',
  icon,
  children,
  ...link
}: LinkButtonProps) {
  return (
    <LinkShape {...link} data-look={look} data-size={size}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </LinkShape>
  );
}
