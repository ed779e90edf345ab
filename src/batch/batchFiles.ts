import type { Artifact } from '../exporters/artifact';
import { folderOf } from '../exporters/folder';
import { FOLDER, policyDocuments } from '../exporters/policyDocuments';
import { powerShellRoleFile } from '../exporters/runbook/powerShellRunbook';
import { shellRoleFile } from '../exporters/runbook/shellRunbook';
import type { RolePlan } from '../qbusiness/plan';
import { accountTemplates } from './accountTemplates';
import { accountsOf, plansWithFolders, type AccountPlans } from './accounts';
import { BatchPrinter } from './batchPrinter';
import { accountChangeRecords, batchReadme } from './batchReadme';
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
  const printer = new BatchPrinter();
  const changeRecordOf = accountChangeRecords(printer);
  yield [batchReadme(accounts, batch.accounts), terraformModule, ...commonScripts(plans)];
  for (const account of accounts) {
    for (const [folder, plan] of plansWithFolders(account)) {
      yield printer.files(plan, folder, roleFiles);
    }
    yield [
      roleList(account),
      changeRecordOf(account),
      ...terraformRoot(account, printer),
      ...accountTemplates(account, printer).map(({ artifact }) => artifact),
    ];
  }
  for (const steps = stackSetFiles(accounts, printer); ;) {
    const { done, value } = steps.next();
    yield done ? value : [];
    if (done) return;
  }
}

/** The documents of one role, and its values for the common scripts. */
const roleFiles = (plan: RolePlan): readonly Artifact[] => [
  ...policyDocuments.render(plan),
  { path: `${FOLDER}/role.sh`, language: 'shell', contents: shellRoleFile(plan) },
  { path: `${FOLDER}/role.ps1`, language: 'powershell', contents: powerShellRoleFile(plan) },
];

/** What the common scripts walk through: a folder, its kind and the role's name a line. */
function roleList(account: AccountPlans): Artifact {
  const lines = plansWithFolders(account).map(
    ([folder, plan]) =>
      `${folder.slice(account.accountId.length + 1)}\t${kindOf(plan)}\t${plan.roleName}\n`,
  );
  return {
    path: `${account.accountId}/roles.tsv`,
    language: 'plaintext',
    contents: lines.join(''),
  };
}
