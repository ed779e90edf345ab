import type { NewRolePlan, RolePlan } from '../../qbusiness/plan';
import { quoteJson } from '../../syntax/json';
import {
  printShellAssignment,
  printShellCall,
  indentLines,
  printShellFunction,
  quoteShellText,
} from '../../syntax/shellScript';
import { roleSettings } from './roleSettings';
import {
  applyBody,
  roleFileBody,
  rollbackBody,
  verifyBody,
  type PrintOwn,
  type ScriptLanguage,
} from './scriptBodies';
import * as fragments from './sh/fragments';
import { shellOptions } from './shellOptions';
import { joinParts, shellHead } from './scriptFrames';
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
import folder from '../../syntax/sh/folder.sh?raw';

/** Where a script finds the values and functions that depend on the role. */
interface Layout {
  readonly values: (plan: RolePlan, wanted: readonly OptionalValue[]) => string;
  readonly own: PrintOwn;
  /** Changes to the folder that contains `policies`. */
  readonly folder: readonly string[];
}

/** A script for one role, in the folder of its documents: it contains everything. */
const singleRole: Layout = {
  values: (plan, wanted) => assignments(plan, wanted),
  own: (text) => [text],
  folder: [folder],
};

/** A script for many roles: its first argument is a folder with `policies/role.sh`, which it reads. */
const anyRole: Layout = { values: () => readRoleFile, own: () => [], folder: [] };

const readRoleFile = `case \${1-} in
  '' | -*)
    echo 'The first argument is the folder of a role.' >&2
    exit 2
    ;;
esac
cd -L -- "$1"
shift
# The values of the role, and the commands that hold them.
. ./policies/role.sh`;

const applyUsage = 'sh policies/apply.sh [--update] [--dry-run] [--profile NAME]';
const verifyUsage = 'sh policies/verify.sh [--profile NAME]';
const rollbackUsage = 'sh policies/rollback.sh [--delete [--yes]] [--dry-run] [--profile NAME]';

/** `policies/apply.sh`: creates the role and its policy, or brings them up to date. */
export function shellApply(plan: RolePlan, layout: Layout = singleRole): string {
  const isNew = plan.target === 'new-role';
  return joinParts([
    shellHead(
      [
        isNew
          ? 'Creates the role and its permissions policy, or brings them up to date.'
          : 'Adds the permissions policy to a role that exists, or brings the policy up to date.',
      ],
      [
        applyUsage,
        '',
        '--update        change what is there and differs, after saving it to policies/backup-<UTC time>',
        '--dry-run       show what would be done and do nothing',
        '--profile NAME  use this profile of the AWS CLI',
        '',
        'It can be repeated: what is as it should be stays untouched. Exit status: 0 done or nothing',
        'to do, 1 refused or failed, 2 wrong usage.',
      ],
    ),
    layout.values(plan, optionalValues(plan).apply),
    shellOptions(applyUsage, ['--update', '--dry-run']),
    ...layout.folder,
    ...applyBody(plan, language, layout.own),
  ]);
}

/** `policies/verify.sh`: compares the role in IAM with these files. */
export function shellVerify(plan: RolePlan, layout: Layout = singleRole): string {
  return joinParts([
    shellHead(
      ['Reads the role back and compares it with these files. Changes nothing.'],
      [
        verifyUsage,
        '',
        'Exit status: 0 no difference, 1 differences or no answer, 2 wrong usage. Checks for which a',
        'permission or a service is missing are skipped, and it says so.',
      ],
    ),
    layout.values(plan, optionalValues(plan).verify),
    shellOptions(verifyUsage),
    ...layout.folder,
    ...verifyBody(plan, language, layout.own),
  ]);
}

/** `policies/rollback.sh`: restores the newest backup, or removes what apply created. */
export function shellRollback(plan: RolePlan, layout: Layout = singleRole): string {
  const isNew = plan.target === 'new-role';
  return joinParts([
    shellHead(
      ['Restores what apply.sh --update changed, or removes what apply.sh created.'],
      [
        rollbackUsage,
        '',
        'Without --delete it restores the newest policies/backup-<UTC time>; repeated, the one before.',
        '',
        isNew
          ? '--delete        delete the policy and the role, if they are as apply.sh created them'
          : '--delete        delete the policy, if it is as apply.sh created it',
        '--yes           do not ask before deleting',
        '--dry-run       show what would be done and do nothing',
        '--profile NAME  use this profile of the AWS CLI',
        '',
        'Exit status: 0 done or nothing to do, 1 refused or failed, 2 wrong usage.',
      ],
    ),
    layout.values(plan, optionalValues(plan).rollback),
    shellOptions(rollbackUsage, ['--delete', '--yes', '--dry-run']),
    ...layout.folder,
    ...rollbackBody(plan, language, layout.own),
  ]);
}

/** `policies/role.sh`: the values and functions of this role, for the scripts for many roles. */
export const shellRoleFile = (plan: RolePlan): string =>
  joinParts([
    assignments(plan, ['role_arn', 'role_path', 'own_policies']),
    ...roleFileBody(plan, language),
  ]);

/** Scripts for every role with the same target and attachment; the first argument is the role's folder. */
export const sharedShellScripts = (plan: RolePlan) => ({
  apply: shellApply(plan, anyRole),
  verify: shellVerify(plan, anyRole),
  rollback: shellRollback(plan, anyRole),
});

const assignments = (plan: RolePlan, wanted: readonly OptionalValue[]): string =>
  scriptValues(plan, wanted)
    .map(([name, value]) => printShellAssignment(name, value))
    .join('\n');

function wantedSettings({ role }: NewRolePlan): string {
  const lines = roleSettings(role)
    .map(({ name, value }) => `${name} ${typeof value === 'number' ? value : quoteJson(value)}`)
    .sort();
  return `want_settings=$(printf '%s\\n' \\\n${lines.map((line) => `  ${quoteShellText(line)}`).join(' \\\n')})`;
}

const stepFunction = (name: string, steps: readonly RunbookStep[]): string =>
  printShellFunction(
    name,
    steps.map(({ step, command }) => printShellCall('change', [step], command)),
  );

const checkServices = (plan: RolePlan): string =>
  printShellFunction('check_services', [
    ...plan.template.applicationIds.map((id) => `check_application ${quoteShellText(id)}`),
    ...documentChecks(plan).map(({ what, command }) =>
      printShellCall('check_findings', [what], command),
    ),
    printShellCall('check_simulation', [], simulation(plan)),
  ]);

function updateSettings(plan: NewRolePlan): string {
  const call = ({ step, command }: RunbookStep) => printShellCall('change', [step], command);
  const tags = setTagsStep(plan);
  return printShellFunction('update_settings', [
    'if setting_differs Description || setting_differs MaxSessionDuration; then',
    indentLines(call(setSettingsStep(plan))),
    'fi',
    'if setting_differs PermissionsBoundary; then',
    indentLines(call(boundaryStep(plan))),
    'fi',
    'if setting_differs Tags; then',
    indentLines(`remove_tags ${quoteShellText(strangeTagsFilter(plan))}`),
    ...(tags ? [indentLines(call(tags))] : []),
    'fi',
  ]);
}

const language: ScriptLanguage = {
  fragments,
  wantedSettings,
  createRole: (plan) => stepFunction('create_role', createRoleSteps(plan)),
  updateSettings,
  createPolicy: (plan) => stepFunction('create_policy', createPolicySteps(plan)),
  attachPolicy: (plan) => stepFunction('attach_policy', attachPolicySteps(plan)),
  checkServices,
};
