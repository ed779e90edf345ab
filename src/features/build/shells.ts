import type { Shell } from '@/exporters/commands';

/** The shells for which commands are shown. */
export const shells = [
  { value: 'sh', label: 'sh' },
  { value: 'powershell', label: 'PowerShell' },
] as const satisfies readonly { value: Shell; label: string }[];
