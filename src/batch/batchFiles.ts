import type { Artifact } from '../exporters/artifact';
import { folderOf } from '../exporters/folder';
import { policyDocuments } from '../exporters/policyDocuments';
import { powerShellRunbook, shellRunbook } from '../exporters/runbook';
import type { RolePlan } from '../qbusiness/plan';
import { accountTemplates } from './accountTemplates';
import { accountsOf, plansWithFolders, type AccountPlans } from './accounts';
import { accountChangeRecord, batchReadme } from './batchReadme';
import type { JudgedBatch } from './judgeRows';
import applyAllPs1 from './scripts/applyAll.ps1?raw';
import applyAllSh from './scripts/applyAll.sh?raw';
import verifyAllPs1 from './scripts/verifyAll.ps1?raw';
import verifyAllSh from './scripts/verifyAll.sh?raw';
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
  yield [batchReadme(accounts, batch.accounts), terraformModule, ...commonScripts];
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

/** The documents of one role, and the scripts that `apply-all` and `verify-all` call. */
function roleFiles(folder: string, plan: RolePlan): readonly Artifact[] {
  return [policyDocuments, shellRunbook, powerShellRunbook].flatMap(({ render }) =>
    render(plan).map((file) => ({ ...file, path: `${folder}/${file.path}` })),
  );
}

const commonScripts: readonly Artifact[] = [
  { path: 'apply-all.sh', language: 'shell', executable: true, contents: applyAllSh },
  { path: 'verify-all.sh', language: 'shell', executable: true, contents: verifyAllSh },
  { path: 'apply-all.ps1', language: 'powershell', contents: applyAllPs1 },
  { path: 'verify-all.ps1', language: 'powershell', contents: verifyAllPs1 },
];

/** What the common scripts walk through: a folder and a role's name a line. */
function roleList(account: AccountPlans): Artifact {
  const lines = plansWithFolders(account).map(
    ([folder, { roleName }]) => `${folder.slice(account.accountId.length + 1)}\t${roleName}\n`,
  );
  return { path: `${account.accountId}/roles.tsv`, language: 'markdown', contents: lines.join('') };
}
