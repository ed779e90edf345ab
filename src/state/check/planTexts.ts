import { permissionsPolicyPath, printPolicy, trustPolicyPath } from '@/exporters/policyDocuments';
import type { RolePlan } from '@/qbusiness/plan';

export interface PlanText {
  readonly name: string;
  readonly text: string;
}

/** The documents of a plan as they are exported. */
export function planTexts(plan: RolePlan): readonly PlanText[] {
  const { document } = plan.permissionsPolicy;
  return [
    { name: permissionsPolicyPath(plan), text: printPolicy(document).text },
    ...(plan.target === 'new-role'
      ? [{ name: trustPolicyPath(plan), text: printPolicy(plan.role.trustPolicy).text }]
      : []),
  ];
}
