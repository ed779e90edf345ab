import type { Tone } from '@/theme/tokens';
import type { IconName } from './Icon';

export const toneIcon: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'error',
  security: 'security',
};
