import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';

export interface Step {
  readonly title: string;
  readonly content?: ReactNode;
}

const List = styled('ol')(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: 'none',
  padding: 0,
  counterReset: 'step',
  '& > li': {
    position: 'relative',
    counterIncrement: 'step',
    paddingInlineStart: theme.spacing(5),
    paddingBlockEnd: theme.spacing(2.5),
  },
  '& > li::before': {
    content: 'counter(step)',
    position: 'absolute',
    insetInlineStart: 0,
    insetBlockStart: '-0.125rem',
    inlineSize: '1.75rem',
    blockSize: '1.75rem',
    boxSizing: 'border-box',
    display: 'grid',
    placeItems: 'center',
    borderRadius: '50%',
    border: `1px solid ${theme.vars.palette.primary.main}`,
    color: theme.vars.palette.primary.main,
    backgroundColor: theme.vars.palette.control.selectedSurface,
    fontWeight: 650,
    fontSize: '0.8125rem',
  },
  '& > li:not(:last-child)::after': {
    content: '""',
    position: 'absolute',
    insetBlock: '1.875rem 0.375rem',
    insetInlineStart: 'calc(0.875rem - 0.5px)',
    borderInlineStart: `1px solid ${theme.vars.palette.control.border}`,
  },
  '& > li > strong': { display: 'block', fontWeight: 600 },
}));

/** A numbered list of steps. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    // Safari drops the list role of lists without markers.
    <List role="list">
      {steps.map((step) => (
        <li key={step.title}>
          <strong>{step.title}</strong>
          {step.content}
        </li>
      ))}
    </List>
  );
}
