import { callerOf } from '../callers';
import type { RoleFormValues } from './formValues';

/** One line that tells forms apart: “Web experience · us-east-1 · account 1111… · application …”. */
export function summarizeForm(values: RoleFormValues): string {
  const mode =
    values.accessMode === 'web-experience'
      ? 'Web experience'
      : `API only, ${callerOf(values.caller).label}`;
  const parts = [
    mode,
    values.region.trim(),
    values.accountId.trim() && `account ${values.accountId.trim()}`,
    values.applicationId.trim() && `application ${values.applicationId.trim()}`,
    values.roleName.trim() && `role ${values.roleName.trim()}`,
  ].filter((part) => part !== '');
  return parts.length === 1 ? `${mode}, no values yet` : parts.join(' · ');
}
