import { planRole, type RolePlan } from '../qbusiness/plan';
import type { RoleRequest } from '../qbusiness/request';
import { exporters } from './index';
import type { Artifact } from './artifact';
import { sortedByPath } from './archive';
import { fingerprint } from './fingerprint';
import { FOLDER } from './policyDocuments';
import { printReadme } from './readme';

/** The whole `policies` folder of a complete request: every export, and the README over them. */
export function policiesFolder(request: RoleRequest): readonly Artifact[] {
  return folderOf(planRole(request));
}

export function folderOf(plan: RolePlan): readonly Artifact[] {
  const files = sortedByPath(exporters.flatMap(({ render }) => render(plan)));
  const readme: Artifact = {
    path: `${FOLDER}/README.md`,
    language: 'markdown',
    contents: printReadme(
      plan,
      files.map((file) => ({ path: file.path, sha256: fingerprint(file) })),
    ),
  };
  return sortedByPath([readme, ...files]);
}
