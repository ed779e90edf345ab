import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8 } from 'fflate';
import { planRole, type RolePlan } from '../qbusiness/plan';
import type { RoleRequest } from '../qbusiness/request';
import { exporters } from './index';
import type { Artifact } from './artifact';
import { sortedByPath } from './archive';
import { FOLDER } from './policyDocuments';
import { printReadme } from './readme';

/** SHA-256 of the contents in UTF-8, in lower-case hexadecimal. */
export const fingerprint = ({ contents }: Artifact): string =>
  bytesToHex(sha256(strToU8(contents)));

/** The whole `policies` folder of a complete request: every export, and the README over them. */
export function policiesFolder(request: RoleRequest): readonly Artifact[] {
  return folderOf(planRole(request));
}

function folderOf(plan: RolePlan): readonly Artifact[] {
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
