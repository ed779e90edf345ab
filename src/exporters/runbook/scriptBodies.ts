import { quotas } from '../../iam/quotas';
import type { NewRolePlan, RolePlan } from '../../qbusiness/plan';
import type * as shellFragments from './sh/fragments';
import { countWord } from '../../words/counts';

/** Parts of the scripts that are the same for every role: the compiler asks each language for all of them. */
type Fragments = Readonly<Record<keyof typeof shellFragments, string>>;

/** One of the languages of the scripts: its fragments, and the printers of what depends on the role. */
export interface ScriptLanguage {
  readonly fragments: Fragments;
  readonly wantedSettings: (plan: NewRolePlan) => string;
  readonly createRole: (plan: NewRolePlan) => string;
  readonly updateSettings: (plan: NewRolePlan) => string;
  readonly createPolicy: (plan: RolePlan) => string;
  readonly attachPolicy: (plan: RolePlan) => string;
  readonly checkServices: (plan: RolePlan) => string;
}

/** What depends on the role: printed in a script for one role, left out where a file of the role has it. */
export type PrintOwn = (text: string) => readonly string[];

const isInline = ({ permissionsPolicy }: RolePlan): boolean =>
  permissionsPolicy.attachment === 'inline';

/** The parts of an apply script behind its options. */
export function applyBody(
  plan: RolePlan,
  language: ScriptLanguage,
  own: PrintOwn,
): readonly string[] {
  const { fragments } = language;
  const isNew = plan.target === 'new-role';
  return [
    fragments.common,
    ...readers(plan, language, own),
    fragments.change,
    ...(isInline(plan) ? [] : managedPolicyChanges(fragments)),
    fragments.backup,
    ...(isNew
      ? [fragments.backupRole, fragments.removeTags, ...own(language.createRole(plan))]
      : []),
    isInline(plan) ? fragments.backupInlinePolicy : fragments.backupManagedPolicy,
    ...(isNew ? [fragments.settingDiffers, ...own(language.updateSettings(plan))] : []),
    ...policyFunctions(plan, language).flatMap(own),
    isInline(plan) ? fragments.applyInlinePolicy : fragments.applyManagedPolicy,
    isNew ? fragments.applyNewRole : fragments.applyExistingRole,
  ];
}

/** The parts of a verify script behind its options. */
export function verifyBody(
  plan: RolePlan,
  language: ScriptLanguage,
  own: PrintOwn,
): readonly string[] {
  const { fragments } = language;
  return [
    fragments.common,
    ...readers(plan, language, own),
    fragments.otherPolicies,
    fragments.verifyCommon,
    ...own(language.checkServices(plan)),
    plan.target === 'new-role' ? fragments.verifyRole : fragments.verifyExistingRole,
    isInline(plan) ? fragments.verifyInlinePolicy : fragments.verifyManagedPolicy,
    fragments.verifyEnd,
  ];
}

/** The parts of a rollback script behind its options. */
export function rollbackBody(
  plan: RolePlan,
  language: ScriptLanguage,
  own: PrintOwn,
): readonly string[] {
  const { fragments } = language;
  const isNew = plan.target === 'new-role';
  const deleteRole = isInline(plan)
    ? fragments.deleteRoleWithInlinePolicy
    : fragments.deleteRoleWithManagedPolicy;
  return [
    fragments.common,
    ...readers(plan, language, own),
    ...(isNew ? [fragments.otherPolicies] : []),
    fragments.change,
    ...(isInline(plan)
      ? []
      : [...managedPolicyChanges(fragments), ...own(language.attachPolicy(plan))]),
    fragments.rollbackCommon,
    ...(isNew ? [fragments.removeTags, fragments.restoreRole] : []),
    isInline(plan) ? fragments.restoreInlinePolicy : fragments.restoreManagedPolicy,
    ...(isNew ? [deleteRole] : []),
    isNew ? fragments.rollbackNewRole : fragments.rollbackExistingRole,
  ];
}

/** What the file of a role holds for the scripts for many roles, besides its values. */
export const roleFileBody = (plan: RolePlan, language: ScriptLanguage): readonly string[] => [
  ...(plan.target === 'new-role'
    ? [language.wantedSettings(plan), language.createRole(plan), language.updateSettings(plan)]
    : []),
  ...policyFunctions(plan, language),
  language.checkServices(plan),
];

/** Reads the role and its policy, and says what they should be. */
const readers = (
  plan: RolePlan,
  { fragments, wantedSettings }: ScriptLanguage,
  own: PrintOwn,
): readonly string[] => [
  ...(plan.target === 'new-role'
    ? [fragments.newRole, ...own(wantedSettings(plan))]
    : [fragments.existingRole]),
  isInline(plan) ? fragments.inlinePolicy : fragments.managedPolicy,
];

const policyFunctions = (plan: RolePlan, language: ScriptLanguage): readonly string[] => [
  language.createPolicy(plan),
  ...(isInline(plan) ? [] : [language.attachPolicy(plan)]),
];

const { maximum: mostVersions } = quotas.versionsOfManagedPolicy;

const managedPolicyChanges = ({ managedVersion, ownedPolicy }: Fragments): readonly string[] => [
  managedVersion
    .replaceAll('{{max_versions}}', String(mostVersions))
    .replaceAll('{{max_versions_in_words}}', countWord(mostVersions)),
  ownedPolicy,
];
