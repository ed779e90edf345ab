import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { Icon, type IconName } from './Icon';

export interface EmptyStateProps {
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const Box = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  justifyItems: 'center',
  gap: theme.spacing(1),
  padding: theme.spacing(4, 2),
  textAlign: 'center',
  textWrap: 'balance',
  color: theme.vars.palette.text.secondary,
  border: `1px dashed ${theme.vars.palette.control.border}`,
  borderRadius: theme.vars.shape.borderRadius,
  '& > strong': { color: theme.vars.palette.text.primary },
  '& > div': {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: theme.spacing(1),
  },
}));

/** Stands where content will be, and says how to get it. */
export function EmptyState({ title, icon = 'file', children, actions }: EmptyStateProps) {
  return (
    <Box>
      <Icon name={icon} size="1.5rem" />
      <strong>{title}</strong>
      {children}
      {actions !== undefined && <div>{actions}</div>}
    </Box>
  );
}
