import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import type { Tone } from '@/theme/tokens';
import { Icon } from './Icon';
import { toneIcon } from './toneIcon';

const Chip = styled('span')<{ tone: Tone | 'neutral' }>(({ theme, tone }) => {
  const { palette } = theme.vars;
  const colours =
    tone === 'neutral'
      ? { text: palette.text.secondary, surface: palette.sunken, border: palette.divider }
      : palette.tone[tone];
  return {
    ...theme.typography.caption,
    fontWeight: 600,
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    paddingInline: theme.spacing(1),
    minBlockSize: '1.5rem',
    borderRadius: '0.75rem',
    color: colours.text,
    backgroundColor: colours.surface,
    border: `1px solid ${colours.border}`,
  };
});

export interface StatusChipProps {
  readonly tone?: Tone | 'neutral' | undefined;
  /** The tone must be clear from these words alone. */
  readonly children: ReactNode;
}

export function StatusChip({ tone = 'neutral', children }: StatusChipProps) {
  return (
    <Chip tone={tone}>
      {tone !== 'neutral' && <Icon name={toneIcon[tone]} />}
      {children}
    </Chip>
  );
}
