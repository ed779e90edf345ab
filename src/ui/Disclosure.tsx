import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { Icon } from './Icon';

export interface DisclosureProps {
  readonly title: string;
  /** At the end of the title row: what is inside, such as "all defaults" or a count. */
  readonly summary?: ReactNode;
  /** Makes the title a heading of this level. */
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  readonly defaultOpen?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
  /** Mounted whether open or not: what is typed inside stays. */
  readonly children: ReactNode;
}

const Details = styled('details')(({ theme }) => ({
  borderBlockStart: `1px solid ${theme.vars.palette.divider}`,
  interpolateSize: 'allow-keywords',
  '&::details-content': {
    blockSize: 0,
    overflowY: 'clip',
    transition: `block-size ${theme.transitions.duration.standard}ms ease, content-visibility ${theme.transitions.duration.standard}ms allow-discrete`,
  },
  '&[open]::details-content': {
    blockSize: 'auto',
    // Not clipped at rest, so that focus rings and lists may reach over the edge.
    overflowY: 'visible',
    // Visible at once: in Chromium a field cannot be focused while content-visibility is in transition.
    transition: `block-size ${theme.transitions.duration.standard}ms ease`,
  },
  '& > summary > svg': {
    color: theme.vars.palette.text.secondary,
    alignSelf: 'center',
    transition: theme.transitions.create(['rotate'], {
      duration: theme.transitions.duration.short,
    }),
  },
  '&[open] > summary > svg': { rotate: '90deg' },
}));

const Summary = styled('summary')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: theme.spacing(1),
  paddingBlock: theme.spacing(1.25),
  cursor: 'pointer',
  listStyle: 'none',
  '&::-webkit-details-marker': { display: 'none' },
  '&:hover': { color: theme.vars.palette.primary.main },
  '& > :is(h2, h3, h4, strong)': { ...theme.typography.body2, fontWeight: 600, flex: '1 1 8rem' },
  '& > small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
}));

const Body = styled('div')(({ theme }) => ({
  paddingBlockEnd: theme.spacing(2),
  paddingInlineStart: theme.spacing(3),
  '@media (max-width: 600px)': { paddingInlineStart: 0 },
}));

/** The native details element: works before the script runs, and find-in-page opens it. */
export function Disclosure(props: DisclosureProps) {
  const { title, summary, headingLevel, defaultOpen = false, onToggle, children } = props;
  const Title = headingLevel === undefined ? ('strong' as const) : (`h${headingLevel}` as const);
  return (
    <Details open={defaultOpen} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <Summary>
        <Icon name="chevronRight" />
        <Title>{title}</Title>
        {summary !== undefined && <small>{summary}</small>}
      </Summary>
      <Body>{children}</Body>
    </Details>
  );
}
