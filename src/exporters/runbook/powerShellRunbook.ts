import type { NewRolePlan, RolePlan } from '../../qbusiness/plan';
import { withOptions } from '../../syntax/commandLine';
import { quotePowerShellString } from '../../syntax/powershell';
import {
  printPowerShellAssignment,
  printPowerShellBlockCall,
  printPowerShellFunction,
} from '../../syntax/powershellScript';
import { indentLines } from '../../syntax/shellScript';
import begin from './powershell/begin.ps1?raw';
import folder from './powershell/folder.ps1?raw';
import program from './powershell/program.ps1?raw';
import { dryRun, profileName, switchParameter, type Parameter } from './powerShellParameters';
import { roleSettings } from './roleSettings';
import {
  applyBody,
  roleFileBody,
  rollbackBody,
  verifyBody,
  type PrintOwn,
  type ScriptLanguage,
} from './scriptBodies';
import * as fragments from './powershell/fragments';
import { joinParts, powerShellHead, powerShellScript } from './scriptFrames';
import { optionalValues, scriptValues, type OptionalValue } from './scriptValues';
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

/** Where a script finds the values and functions that depend on the role. */
interface Layout {
  readonly parameters: readonly Parameter[];
  readonly values: (plan: RolePlan, wanted: readonly OptionalValue[]) => string;
  readonly own: PrintOwn;
  /** Changes to the folder that contains `policies`, and opens the `try` that `end.ps1` closes. */
  readonly folder: string;
}

/** A script for one role, in the folder of its documents: it contains everything. */
const singleRole: Layout = {
  parameters: [],
  values: (plan, wanted) => assignments(plan, wanted),
  own: (text) => [text],
  folder,
};

/** A script for many roles: its parameter is a folder with `policies/role.ps1`, which it reads. */
const anyRole: Layout = {
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
export function powerShellApply(plan: RolePlan, layout: Layout = singleRole): string {
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
    layout.values(plan, optionalValues(plan).apply),
    begin,
    layout.folder,
    program,
    ...applyBody(plan, language, layout.own),
  ]);
}

/** `policies/verify.ps1`: compares the role in IAM with these files. */
export function powerShellVerify(plan: RolePlan, layout: Layout = singleRole): string {
  return powerShellScript([
    powerShellHead(
      'Reads the role back and compares it with these files. Changes nothing.',
      'Exit code: 0 no difference, 1 differences or no answer. Checks for which a permission or a service is missing are skipped, and it says so.',
      [...layout.parameters, profileName],
    ),
    layout.values(plan, optionalValues(plan).verify),
    begin,
    layout.folder,
    program,
    ...verifyBody(plan, language, layout.own),
  ]);
}

/** `policies/rollback.ps1`: restores the newest backup, or removes what apply created. */
export function powerShellRollback(plan: RolePlan, layout: Layout = singleRole): string {
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
    layout.values(plan, optionalValues(plan).rollback),
    begin,
    layout.folder,
    program,
    ...rollbackBody(plan, language, layout.own),
  ]);
}

/** `policies/role.ps1`: the values and functions of this role, for the scripts for many roles. */
export const powerShellRoleFile = (plan: RolePlan): string =>
  joinParts([
    assignments(plan, ['role_arn', 'role_path', 'own_policies']),
    ...roleFileBody(plan, language),
  ]);

/** Scripts for every role with the same target and attachment; a parameter names the role's folder. */
export const sharedPowerShellScripts = (plan: RolePlan) => ({
  apply: powerShellApply(plan, anyRole),
  verify: powerShellVerify(plan, anyRole),
  rollback: powerShellRollback(plan, anyRole),
});

/** `role_arn` as PowerShell writes it: `RoleArn`. */
const pascalCase = (name: string): string =>
  name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const assignments = (plan: RolePlan, wanted: readonly OptionalValue[]): string =>
  scriptValues(plan, wanted)
    .map(([name, value]) => printPowerShellAssignment(pascalCase(name), value))
    .join('\n');

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

const checkServices = (plan: RolePlan): string =>
  printPowerShellFunction('Test-Service', [
    ...plan.template.applicationIds.map((id) => `Test-Application ${quotePowerShellString(id)}`),
    ...documentChecks(plan).map(({ what, command }) =>
      printPowerShellBlockCall(
        'Test-Finding',
        [what],
        withOptions(command, [
          { flag: '--query', values: ["findings[].join(' ', [findingType, issueCode])"] },
          { flag: '--output', values: ['text'] },
        ]),
        'Common',
      ),
    ),
    printPowerShellBlockCall(
      'Test-Simulation',
      [],
      withOptions(simulation(plan), [
        { flag: '--policy-input-list', values: [{ variable: 'PolicyList' }] },
        { flag: '--output', values: ['text'] },
      ]),
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

const language: ScriptLanguage = {
  fragments,
  wantedSettings,
  createRole: (plan) => stepFunction('New-Role', createRoleSteps(plan)),
  updateSettings,
  createPolicy: (plan) => stepFunction('New-Policy', createPolicySteps(plan)),
  attachPolicy: (plan) => stepFunction('Join-Policy', attachPolicySteps(plan)),
  checkServices,
};
