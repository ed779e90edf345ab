import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { WrappingRow } from './WrappingRow';

const Actions = styled(WrappingRow)({ justifyContent: 'center' });

export interface EmptyStateProps {
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const Place = styled(Paper)(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  justifyItems: 'center',
  gap: theme.spacing(1),
  padding: theme.spacing(4, 2),
  textAlign: 'center',
  textWrap: 'balance',
  color: theme.vars.palette.text.secondary,
  borderStyle: 'dashed',
  borderColor: theme.vars.palette.control.border,
  '& > strong': { color: theme.vars.palette.text.primary },
}));

/** A placeholder for content that does not exist yet, with instructions on how to get it. */
export function EmptyState({ title, icon = 'file', children, actions }: EmptyStateProps) {
  return (
    <Place variant="outlined">
      <Icon name={icon} size="1.5rem" />
      <strong>{title}</strong>
      {children}
      {actions !== undefined && <Actions>{actions}</Actions>}
    </Place>
  );
}
