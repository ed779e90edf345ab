import type { RolePlan } from '../../qbusiness/plan';
import { permissionsPolicyPath, trustPolicyPath } from '../policyDocuments';
import { managedPolicyArn } from '../roleCommands';

/** Values that not every script needs: `own_policies` are the names of the role's own policies. */
export type OptionalValue = 'role_arn' | 'role_path' | 'own_policies';

/**
 * The values of the role that a script reads from variables, under names in snake case: those that every
 * script needs, and the wanted ones of the others.
 */
export function scriptValues(
  plan: RolePlan,
  wanted: readonly OptionalValue[],
): readonly (readonly [name: string, value: string])[] {
  const { name, attachment } = plan.permissionsPolicy;
  const isInline = attachment === 'inline';
  const values: [string, string][] = [
    ['account_id', plan.accountId],
    ['region', plan.region],
    ['role_name', plan.roleName],
  ];
  if (plan.target === 'new-role') {
    if (wanted.includes('role_arn')) values.push(['role_arn', plan.roleArn]);
    if (wanted.includes('role_path')) values.push(['role_path', plan.role.path]);
    values.push(['trust_policy', trustPolicyPath(plan)]);
  }
  values.push(['policy_name', name], ['permissions_policy', permissionsPolicyPath(plan)]);
  if (!isInline) values.push(['policy_arn', managedPolicyArn(plan)]);
  if (wanted.includes('own_policies')) {
    values.push(
      ['own_inline_policy', isInline ? name : ''],
      ['own_managed_policy', isInline ? '' : managedPolicyArn(plan)],
    );
  }
  return values;
}

/** What each script needs besides the values that all need. */
export function optionalValues({ target }: RolePlan): {
  readonly [Script in 'apply' | 'verify' | 'rollback']: readonly OptionalValue[];
} {
  const isNew = target === 'new-role';
  return {
    apply: isNew ? ['role_arn', 'role_path'] : [],
    verify: ['own_policies'],
    rollback: isNew ? ['role_arn', 'own_policies'] : [],
  };
}
