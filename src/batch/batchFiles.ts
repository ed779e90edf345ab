import type { Artifact } from '../exporters/artifact';
import { folderOf } from '../exporters/folder';
import { FOLDER, policyDocuments } from '../exporters/policyDocuments';
import { powerShellRoleFile } from '../exporters/runbook/powerShellRunbook';
import { shellRoleFile } from '../exporters/runbook/shellRunbook';
import type { RolePlan } from '../qbusiness/plan';
import { accountTemplates } from './accountTemplates';
import { accountsOf, plansWithFolders, type AccountPlans } from './accounts';
import { accountChangeRecord, batchReadme } from './batchReadme';
import type { JudgedBatch } from './judgeRows';
import { commonScripts, kindOf } from './commonScripts';
import { stackSetFiles } from './stackSetFiles';
import { terraformModule, terraformRoot } from './terraformRoots';

/**
 * The files for every row that is ready, role by role, so that the caller can show progress and stop.
 * One row alone makes the files of the form.
 */
export function* batchFiles(batch: JudgedBatch): Generator<readonly Artifact[]> {
  const accounts = accountsOf(batch.rows);
  const plans = accounts.flatMap((account) => account.plans);
  const [only] = plans;
  if (only === undefined) return;
  if (plans.length === 1) {
    yield folderOf(only);
    return;
  }
  yield [batchReadme(accounts, batch.accounts), terraformModule, ...commonScripts(plans)];
  for (const account of accounts) {
    for (const [folder, plan] of plansWithFolders(account)) yield roleFiles(folder, plan);
    yield [
      roleList(account),
      accountChangeRecord(account),
      ...terraformRoot(account),
      ...accountTemplates(account).map(({ artifact }) => artifact),
    ];
  }
  yield stackSetFiles(accounts);
}

/** The documents of one role, and its values for the common scripts. */
function roleFiles(folder: string, plan: RolePlan): readonly Artifact[] {
  const files: readonly Artifact[] = [
    ...policyDocuments.render(plan),
    { path: `${FOLDER}/role.sh`, language: 'shell', contents: shellRoleFile(plan) },
    { path: `${FOLDER}/role.ps1`, language: 'powershell', contents: powerShellRoleFile(plan) },
  ];
  return files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
}

/** What the common scripts walk through: a folder, its kind and the role's name a line. */
function roleList(account: AccountPlans): Artifact {
  const lines = plansWithFolders(account).map(
    ([folder, plan]) =>
      `${folder.slice(account.accountId.length + 1)}\t${kindOf(plan)}\t${plan.roleName}\n`,
  );
  return { path: `${account.accountId}/roles.tsv`, language: 'markdown', contents: lines.join('') };
}
