import type { Shell } from '@/exporters/commands';

/** What commands are printed for. */
export const shells = [
  { value: 'sh', label: 'sh' },
  { value: 'powershell', label: 'PowerShell' },
] as const satisfies readonly { value: Shell; label: string }[];
