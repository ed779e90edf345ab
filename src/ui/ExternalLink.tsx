import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { VisuallyHidden } from './VisuallyHidden';

export interface ExternalLinkProps {
  readonly href: `https://${string}`;
  readonly children: ReactNode;
}

/** A link that opens in a new tab, so that the form stays, without a referrer. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  return (
    <Link href={href} target="_blank" rel="noopener noreferrer">
      {children} <Icon name="external" size="0.85em" />
      <VisuallyHidden>(opens in a new tab)</VisuallyHidden>
    </Link>
  );
}
