import type { ExpectedApplication } from '@/qbusiness/rules/productRule';
import { isPlaceholder } from '@/qbusiness/placeholder';
import type { RoleTemplate } from '@/qbusiness/request';

/** The application of the form, which documents should be about, as far as the form is filled in. */
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
