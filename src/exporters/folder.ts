import { planRole, type RolePlan } from '../qbusiness/plan';
import type { RoleRequest } from '../qbusiness/request';
import { exporters } from './index';
import type { Artifact } from './artifact';
import { sortedByPath } from './archive';
import { fingerprint } from './fingerprint';
import { FOLDER } from './policyDocuments';
import { printReadme } from './readme';

/** All files of the `policies` folder for a complete request: every export and a README. */
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
