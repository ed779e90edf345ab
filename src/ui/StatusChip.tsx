import Chip from '@mui/material/Chip';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Tone } from '@/theme/tokens';
import { Icon } from './Icon';
import { toneIcon } from './tone';

export interface StatusChipProps {
  readonly tone?: Tone | 'neutral' | undefined;
  /** What the chip says must be clear from these words alone. */
  readonly children: ReactNode;
  /** Makes the chip a button. */
  readonly onClick?: (() => void) | undefined;
  readonly title?: string | undefined;
}

const Toned = styled(Chip, { shouldForwardProp: (name) => name !== 'tone' })<{
  tone: Tone | 'neutral';
}>(({ theme, tone }) => {
  const { palette } = theme.vars;
  const colours =
    tone === 'neutral'
      ? { text: palette.text.secondary, surface: palette.sunken, border: palette.divider }
      : palette.tone[tone];
  return {
    color: colours.text,
    backgroundColor: colours.surface,
    borderColor: colours.border,
    '& .MuiChip-icon': { color: 'inherit' },
    '&.MuiChip-clickable:hover': { backgroundColor: palette.control.hoverSurface },
  };
});

export function StatusChip({ tone = 'neutral', children, onClick, title }: StatusChipProps) {
  return (
    <Toned
      tone={tone}
      label={children}
      title={title}
      {...(tone !== 'neutral' && { icon: <Icon name={toneIcon[tone]} /> })}
      {...(onClick && { onClick, component: 'button' as const })}
    />
  );
}
