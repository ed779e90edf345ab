import { showInLine } from '@/iam/unseenCharacters';
import type { RoleSummary } from '@/state/check/roleReports';

/** The name of a role in a list, or a substitute if the texts do not name it. */
export const nameOfRole = ({ name, arn, documents }: RoleSummary): string =>
  showInLine(
    name ?? arn?.split('/').at(-1) ?? (documents === 0 ? 'No document found' : 'Unnamed role'),
  );
