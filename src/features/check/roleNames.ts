import type { RoleSummary } from '@/state/check/roleReports';

/** What to call a role in a list; texts may not say its name. */
export const nameOfRole = ({ name, arn, documents }: RoleSummary): string =>
  name ?? arn?.split('/').at(-1) ?? (documents === 0 ? 'No document found' : 'Unnamed role');
