import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import type { Tone } from '@/theme/tokens';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { toneIcon } from './toneIcon';

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** For a notice that appears after something the person did: it is spoken. */
  readonly live?: boolean | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

const Box = styled('div')<{ tone: Tone }>(({ theme, tone }) => {
  const colours = theme.vars.palette.tone[tone];
  return {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: theme.spacing(1.25),
    padding: theme.spacing(1.25, 1.5),
    color: theme.vars.palette.text.primary,
    backgroundColor: colours.surface,
    border: `1px solid ${colours.border}`,
    borderInlineStartWidth: 4,
    borderRadius: theme.vars.shape.borderRadius,
    '& > svg': { color: colours.text, marginBlockStart: '0.2em' },
    '& > button': { alignSelf: 'start' },
    // Pictures keep their own colour in forced colours.
    '@media (forced-colors: active)': { '& > svg': { color: 'CanvasText' } },
  };
});

const Title = styled('p')({ fontWeight: 600 });

const Actions = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(1),
  marginBlockStart: theme.spacing(1),
}));

export function Notice({ tone, title, children, actions, live = false, onDismiss }: NoticeProps) {
  return (
    <Box tone={tone} role={live ? 'status' : undefined}>
      <Icon name={toneIcon[tone]} />
      <div>
        {title !== undefined && <Title>{title}</Title>}
        {children}
        {actions !== undefined && <Actions>{actions}</Actions>}
      </div>
      {onDismiss !== undefined && <IconButton icon="close" label="Dismiss" onClick={onDismiss} />}
    </Box>
  );
}
