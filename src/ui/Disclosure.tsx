import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { Icon } from './Icon';

export interface DisclosureProps {
  readonly title: string;
  /** A summary of the content at the end of the title row, such as "default" or a count. */
  readonly summary?: ReactNode;
  /** The title is a heading of this level. */
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  /** Mounts the content when it is first opened; else at once, so that its fields can be focused by name. */
  readonly mountsWhenOpened?: boolean | undefined;
  /** Stays mounted when it is collapsed, so that its fields keep their state. */
  readonly children: ReactNode;
}

const Title = styled('span')(({ theme }) => ({ ...theme.typography.h3, flex: '1 1 auto' }));

const Summary = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  minInlineSize: 0,
  color: theme.vars.palette.text.secondary,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
}));

/** A collapsible section with a summary of its content. */
export function Disclosure(props: DisclosureProps) {
  const { title, summary, headingLevel = 3, mountsWhenOpened = false, children } = props;
  const id = useId();
  return (
    <Accordion
      slotProps={{
        heading: { component: `h${headingLevel}` },
        transition: { mountOnEnter: mountsWhenOpened },
      }}
    >
      <AccordionSummary
        id={id}
        aria-controls={`${id}-details`}
        expandIcon={<Icon name="chevronDown" />}
      >
        <Title>{title}</Title>
        {summary !== undefined && <Summary>{summary}</Summary>}
      </AccordionSummary>
      <AccordionDetails>{children}</AccordionDetails>
    </Accordion>
  );
}
