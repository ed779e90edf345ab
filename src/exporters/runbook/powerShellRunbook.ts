import type { NewRolePlan, RolePlan } from '../../qbusiness/plan';
import type { CommandLine } from '../../syntax/commandLine';
import { quotePowerShellString } from '../../syntax/powershell';
import { printPowerShellBlockCall, printPowerShellFunction } from '../../syntax/powershellScript';
import { indentLines } from '../../syntax/shellScript';
import applyExistingRole from './powershell/applyExistingRole.ps1?raw';
import applyInlinePolicy from './powershell/applyInlinePolicy.ps1?raw';
import applyManagedPolicy from './powershell/applyManagedPolicy.ps1?raw';
import applyNewRole from './powershell/applyNewRole.ps1?raw';
import backup from './powershell/backup.ps1?raw';
import backupInlinePolicy from './powershell/backupInlinePolicy.ps1?raw';
import backupManagedPolicy from './powershell/backupManagedPolicy.ps1?raw';
import backupRole from './powershell/backupRole.ps1?raw';
import change from './powershell/change.ps1?raw';
import begin from './powershell/begin.ps1?raw';
import common from './powershell/common.ps1?raw';
import deleteRoleWithInlinePolicy from './powershell/deleteRoleWithInlinePolicy.ps1?raw';
import deleteRoleWithManagedPolicy from './powershell/deleteRoleWithManagedPolicy.ps1?raw';
import existingRole from './powershell/existingRole.ps1?raw';
import folder from './powershell/folder.ps1?raw';
import inlinePolicy from './powershell/inlinePolicy.ps1?raw';
import managedPolicy from './powershell/managedPolicy.ps1?raw';
import managedVersion from './powershell/managedVersion.ps1?raw';
import newRole from './powershell/newRole.ps1?raw';
import otherPolicies from './powershell/otherPolicies.ps1?raw';
import ownedPolicy from './powershell/ownedPolicy.ps1?raw';
import program from './powershell/program.ps1?raw';
import removeTags from './powershell/removeTags.ps1?raw';
import restoreInlinePolicy from './powershell/restoreInlinePolicy.ps1?raw';
import restoreManagedPolicy from './powershell/restoreManagedPolicy.ps1?raw';
import restoreRole from './powershell/restoreRole.ps1?raw';
import rollbackCommon from './powershell/rollbackCommon.ps1?raw';
import rollbackExistingRole from './powershell/rollbackExistingRole.ps1?raw';
import rollbackNewRole from './powershell/rollbackNewRole.ps1?raw';
import settingDiffers from './powershell/settingDiffers.ps1?raw';
import verifyCommon from './powershell/verifyCommon.ps1?raw';
import verifyEnd from './powershell/verifyEnd.ps1?raw';
import verifyExistingRole from './powershell/verifyExistingRole.ps1?raw';
import verifyInlinePolicy from './powershell/verifyInlinePolicy.ps1?raw';
import verifyManagedPolicy from './powershell/verifyManagedPolicy.ps1?raw';
import verifyRole from './powershell/verifyRole.ps1?raw';
import {
  assignments,
  dryRun,
  profileName,
  switchParameter,
  type Assignment,
  type Parameter,
} from './powerShellValues';
import { roleSettings } from './roleSettings';
import { joinParts, powerShellHead, powerShellScript } from './scriptFrames';
import {
  attachPolicySteps,
  boundaryStep,
  documentChecks,
  createPolicySteps,
  createRoleSteps,
  setSettingsStep,
  setTagsStep,
  simulation,
  strangeTagsFilter,
  type RunbookStep,
} from './runbookCommands';

/** How a script comes by its role. */
interface Layout {
  readonly parameters: readonly Parameter[];
  /** The values of the role. */
  readonly values: (plan: RolePlan, wanted: readonly Assignment[]) => string;
  /** What is said or done for this role alone: where it stands in the script, if it does. */
  readonly own: (text: string) => readonly string[];
  /** Where the script goes to work, and the beginning of what is undone at its end. */
  readonly folder: string;
}

/** A script for one role, in the folder of its documents. */
const alone: Layout = {
  parameters: [],
  values: assignments,
  own: (text) => [text],
  folder,
};

/** A script for many roles: it is told the folder that holds `policies` with `role.ps1`. */
const shared: Layout = {
  parameters: [
    {
      name: 'Folder',
      help: 'The folder of the role: the one that holds policies.',
      declaration: '[Parameter(Mandatory)][string]$Folder',
    },
  ],
  values: () => `# The values of the role, and the commands that hold them.
. "$Folder/policies/role.ps1"`,
  own: () => [],
  folder: `Push-Location -LiteralPath $Folder
try {`,
};

/** `policies/apply.ps1`: creates the role and its policy, or brings them up to date. */
export function powerShellApply(plan: RolePlan, layout: Layout = alone): string {
  const isInline = plan.permissionsPolicy.attachment === 'inline';
  const isNew = plan.target === 'new-role';
  return powerShellScript([
    powerShellHead(
      isNew
        ? 'Creates the role and its permissions policy, or brings them up to date.'
        : 'Adds the permissions policy to a role that exists, or brings the policy up to date.',
      'It can be repeated: what is as it should be stays untouched. Exit code: 0 done or nothing to do, 1 refused or failed.',
      [
        ...layout.parameters,
        switchParameter(
          'Update',
          'Change what is there and differs, after saving it to policies/backup-<UTC time>.',
        ),
        dryRun,
        profileName,
      ],
    ),
    layout.values(plan, isNew ? ['RoleArn', 'RolePath'] : []),
    begin,
    layout.folder,
    program,
    common,
    ...readers(plan, layout),
    change,
    ...(isInline ? [] : [managedVersion, ownedPolicy]),
    backup,
    ...(plan.target === 'new-role'
      ? [backupRole, removeTags, ...layout.own(createRole(plan))]
      : []),
    isInline ? backupInlinePolicy : backupManagedPolicy,
    ...(plan.target === 'new-role' ? [settingDiffers, ...layout.own(updateSettings(plan))] : []),
    ...policyFunctions(plan).flatMap(layout.own),
    isInline ? applyInlinePolicy : applyManagedPolicy,
    isNew ? applyNewRole : applyExistingRole,
  ]);
}

/** `policies/verify.ps1`: compares what IAM has with what these files say. */
export function powerShellVerify(plan: RolePlan, layout: Layout = alone): string {
  const isInline = plan.permissionsPolicy.attachment === 'inline';
  return powerShellScript([
    powerShellHead(
      'Reads the role back and compares it with these files. Changes nothing.',
      'Exit code: 0 no difference, 1 differences or no answer. Checks for which a permission or a service is missing are skipped, and it says so.',
      [...layout.parameters, profileName],
    ),
    layout.values(plan, ['own policies']),
    begin,
    layout.folder,
    program,
    common,
    ...readers(plan, layout),
    otherPolicies,
    verifyCommon,
    ...layout.own(testService(plan)),
    plan.target === 'new-role' ? verifyRole : verifyExistingRole,
    isInline ? verifyInlinePolicy : verifyManagedPolicy,
    verifyEnd,
  ]);
}

/** `policies/rollback.ps1`: restores the newest backup, or removes what apply created. */
export function powerShellRollback(plan: RolePlan, layout: Layout = alone): string {
  const isInline = plan.permissionsPolicy.attachment === 'inline';
  const isNew = plan.target === 'new-role';
  return powerShellScript([
    powerShellHead(
      'Restores what apply.ps1 -Update changed, or removes what apply.ps1 created.',
      'Without -Delete it restores the newest policies/backup-<UTC time>; repeated, the one before. Exit code: 0 done or nothing to do, 1 refused or failed.',
      [
        ...layout.parameters,
        switchParameter(
          'Delete',
          isNew
            ? 'Delete the policy and the role, if they are as apply.ps1 created them.'
            : 'Delete the policy, if it is as apply.ps1 created it.',
        ),
        switchParameter('Yes', 'Do not ask before deleting.'),
        dryRun,
        profileName,
      ],
    ),
    layout.values(plan, isNew ? ['RoleArn', 'own policies'] : []),
    begin,
    layout.folder,
    program,
    common,
    ...readers(plan, layout),
    ...(isNew ? [otherPolicies] : []),
    change,
    ...(isInline ? [] : [managedVersion, ownedPolicy, ...layout.own(joinPolicy(plan))]),
    rollbackCommon,
    ...(isNew ? [removeTags, restoreRole] : []),
    isInline ? restoreInlinePolicy : restoreManagedPolicy,
    ...(isNew ? [isInline ? deleteRoleWithInlinePolicy : deleteRoleWithManagedPolicy] : []),
    isNew ? rollbackNewRole : rollbackExistingRole,
  ]);
}

/** `policies/role.ps1`: what the scripts for many roles read of this one. */
export const powerShellRoleFile = (plan: RolePlan): string =>
  joinParts([
    assignments(plan, ['RoleArn', 'RolePath', 'own policies']),
    ...(plan.target === 'new-role'
      ? [wantedSettings(plan), createRole(plan), updateSettings(plan)]
      : []),
    ...policyFunctions(plan),
    testService(plan),
  ]);

/** The scripts for every role of this kind: each is told the role's folder. */
export const sharedPowerShellScripts = (plan: RolePlan) => ({
  apply: powerShellApply(plan, shared),
  verify: powerShellVerify(plan, shared),
  rollback: powerShellRollback(plan, shared),
});

/** What reads the role and its policy, and what they should be. */
const readers = (plan: RolePlan, layout: Layout): readonly string[] => [
  ...(plan.target === 'new-role' ? [newRole, ...layout.own(wantedSettings(plan))] : [existingRole]),
  plan.permissionsPolicy.attachment === 'inline' ? inlinePolicy : managedPolicy,
];

function wantedSettings({ role }: NewRolePlan): string {
  const lines = roleSettings(role)
    .map(({ name, value }) => `${name} ${value}`)
    .sort()
    .map((line) => `    ${quotePowerShellString(line)}`);
  return `$WantSettings = @(\n${lines.join('\n')}\n) -join "\`n"`;
}

const call = ({ step, command }: RunbookStep): string =>
  printPowerShellBlockCall('Invoke-Change', [step], command, 'Common');

const stepFunction = (name: string, steps: readonly RunbookStep[]): string =>
  printPowerShellFunction(name, steps.map(call));

const createRole = (plan: NewRolePlan): string => stepFunction('New-Role', createRoleSteps(plan));

const joinPolicy = (plan: RolePlan): string => stepFunction('Join-Policy', attachPolicySteps(plan));

const policyFunctions = (plan: RolePlan): readonly string[] => [
  stepFunction('New-Policy', createPolicySteps(plan)),
  ...(plan.permissionsPolicy.attachment === 'managed' ? [joinPolicy(plan)] : []),
];

const testService = (plan: RolePlan): string =>
  printPowerShellFunction('Test-Service', [
    ...plan.template.applicationIds.map((id) => `Test-Application ${quotePowerShellString(id)}`),
    ...documentChecks(plan).map(({ what, command }) =>
      printPowerShellBlockCall(
        'Test-Finding',
        [what],
        withOptions(command, {
          '--query': "findings[].join(' ', [findingType, issueCode])",
          '--output': 'text',
        }),
        'Common',
      ),
    ),
    printPowerShellBlockCall(
      'Test-Simulation',
      [],
      withOptions(simulation(plan), {
        '--policy-input-list': { variable: 'PolicyList' },
        '--output': 'text',
      }),
      'Common',
    ),
  ]);

function updateSettings(plan: NewRolePlan): string {
  const tags = setTagsStep(plan);
  return printPowerShellFunction('Update-Setting', [
    "if ((Test-Setting 'Description') -or (Test-Setting 'MaxSessionDuration')) {",
    indentLines(call(setSettingsStep(plan)), 4),
    '}',
    "if (Test-Setting 'PermissionsBoundary') {",
    indentLines(call(boundaryStep(plan)), 4),
    '}',
    "if (Test-Setting 'Tags') {",
    indentLines(`Remove-Tag ${quotePowerShellString(strangeTagsFilter(plan))}`, 4),
    ...(tags ? [indentLines(call(tags), 4)] : []),
    '}',
  ]);
}

const withOptions = (
  command: CommandLine,
  options: Readonly<Record<`--${string}`, CommandLine['options'][number]['values'][number]>>,
): CommandLine => ({
  ...command,
  options: [
    ...command.options,
    ...Object.entries(options).map(([flag, value]) => ({ flag, values: [value] })),
  ],
});
