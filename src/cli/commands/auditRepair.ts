import { join } from 'node:path';
import { repairRole, type RoleRepair } from '../../documents/repair';
import type { ReadInput } from '../../documents/readRoles';
import type { AuditedRole } from '../../documents/auditTexts';
import { quoteShellWord } from '../../syntax/shell';
import { UsageError } from '../command';
import { saveFiles } from '../files/saveFiles';

export interface RepairOptions {
  readonly folder: string;
  readonly force: boolean;
  readonly region?: string | undefined;
  readonly accountId?: string | undefined;
  readonly applicationIds?: readonly string[] | undefined;
  /** The name of the role in IAM; that in the files if left out. */
  readonly roleName?: string | undefined;
}

/**
 * Writes the repaired documents of a role and a script that applies them, and reports the changes.
 *
 * @throws UsageError unless the role and its application are known
 */
export function saveRepair(
  texts: readonly ReadInput[],
  roles: readonly AuditedRole[],
  { folder, force, region, accountId, applicationIds, roleName }: RepairOptions,
): string {
  if (region === undefined || accountId === undefined || applicationIds === undefined) {
    throw new UsageError('To repair, name --region, --account-id and --application-id');
  }
  const chosen =
    roles.length === 1
      ? roles[0]
      : roles.find(({ name }) => name !== undefined && name === roleName);
  const names = roles.flatMap(({ name }) => name ?? []).slice(0, 5);
  if (!chosen) {
    throw new UsageError(
      roles.length === 0
        ? 'There is no role to repair'
        : `Name the role to repair with --role-name: ${names.join(', ')}`,
    );
  }
  const name = roleName ?? chosen.name;
  if (name === undefined || !/^[\w+=,.@-]{1,64}$/.test(name)) {
    throw new UsageError('Name the role as IAM calls it with --role-name');
  }
  const repair = repairRole({
    texts,
    role: chosen,
    roleName: name,
    expected: { saidBy: 'the command line', region, accountId, applicationIds },
  });
  if (repair.documents.length === 0)
    throw new UsageError('The files hold no document of this role');
  const encoder = new TextEncoder();
  const files = [
    ...repair.documents.map(({ path, after }) => ({ path, contents: encoder.encode(after) })),
    ...(repair.script === ''
      ? []
      : [
          { path: 'policies/update.sh', contents: encoder.encode(repair.script), executable: true },
        ]),
  ];
  saveFiles(folder, files, { force });
  return wordsFor(repair, folder);
}

function wordsFor({ documents, script }: RoleRepair, folder: string): string {
  const lines = documents.flatMap(({ label, path, changes, left, refusal, isChanged }) => [
    `${folder}/${path}: ${refusal ?? (isChanged ? `${label}: ${changes.join('; ') || 'JSON repaired'}` : `${label}: nothing to mend`)}`,
    ...left.map(({ message }) => `${folder}/${path}: left to you: ${message}`),
  ]);
  const next =
    script === ''
      ? []
      : [
          `To put them in place: sh ${quoteShellWord(join(folder, 'policies/update.sh'))}`,
          'Or generate the role anew, and run its apply.sh --update.',
        ];
  return [...lines, ...next].map((line) => `${line}\n`).join('');
}
