import type { ExpectedApplication } from '@/qbusiness/rules/productRule';
import { isPlaceholder } from '@/qbusiness/placeholder';
import type { RoleTemplate } from '@/qbusiness/request';

/** What the form says that documents should be about, as far as it is filled in. */
export function expectedApplication(template: RoleTemplate): ExpectedApplication {
  const { region, accountId, applicationIds } = template;
  const ids = applicationIds.filter((id) => !isPlaceholder(id));
  return {
    saidBy: 'the form',
    ...(!isPlaceholder(region) && { region }),
    ...(!isPlaceholder(accountId) && { accountId }),
    ...(ids.length > 0 && { applicationIds: ids }),
  };
}
