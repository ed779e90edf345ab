import type { Shell } from '@/exporters/commands';

/** The tabs of the shells. */
export const shells = [
  { id: 'sh', label: 'sh, bash, zsh' },
  { id: 'powershell', label: 'PowerShell' },
] as const satisfies readonly { id: Shell; label: string }[];
