import type { RolePlan } from '../../qbusiness/plan';
import { printPowerShellAssignment } from '../../syntax/powershellScript';
import { permissionsPolicyPath, trustPolicyPath } from '../policyDocuments';
import { managedPolicyArn } from '../roleCommands';

/** A parameter of a script, as it is declared and explained. */
export interface Parameter {
  readonly name: string;
  readonly help: string;
  readonly declaration: string;
}

export const switchParameter = (name: string, help: string): Parameter => ({
  name,
  help,
  declaration: `[switch]$${name}`,
});

export const dryRun = switchParameter('DryRun', 'Show what would be done and do nothing.');

/** PowerShell keeps a variable $Profile of its own. */
export const profileName: Parameter = {
  name: 'ProfileName',
  help: 'Use this profile of the AWS CLI; -Profile is the same.',
  declaration: "[Alias('Profile')][string]$ProfileName",
};

export type Assignment = 'RoleArn' | 'RolePath' | 'own policies';

/** The values of the role as variables of the script. */
export function assignments(plan: RolePlan, wanted: readonly Assignment[]): string {
  const { name, attachment } = plan.permissionsPolicy;
  const isInline = attachment === 'inline';
  const values: [string, string][] = [
    ['AccountId', plan.accountId],
    ['Region', plan.region],
    ['RoleName', plan.roleName],
  ];
  if (plan.target === 'new-role') {
    if (wanted.includes('RoleArn')) values.push(['RoleArn', plan.roleArn]);
    if (wanted.includes('RolePath')) values.push(['RolePath', plan.role.path]);
    values.push(['TrustPolicy', trustPolicyPath(plan)]);
  }
  values.push(['PolicyName', name], ['PermissionsPolicy', permissionsPolicyPath(plan)]);
  if (!isInline) values.push(['PolicyArn', managedPolicyArn(plan)]);
  if (wanted.includes('own policies')) {
    values.push(
      ['OwnInlinePolicy', isInline ? name : ''],
      ['OwnManagedPolicy', isInline ? '' : managedPolicyArn(plan)],
    );
  }
  return values.map(([variable, value]) => printPowerShellAssignment(variable, value)).join('\n');
}
