import type { RolePlan } from '../qbusiness/plan';
import { FOLDER } from './policyDocuments';

/** A file of the folder and its SHA-256 in hexadecimal. */
export interface Fingerprint {
  readonly path: string;
  readonly sha256: string;
}

/** What the folder is, the values it was made from, the order of work, and a hash of every file. */
export function printReadme(plan: RolePlan, files: readonly Fingerprint[]): string {
  const lines = [
    `# IAM policies for Amazon Q Business anonymous access`,
    '',
    `Role: ${plan.roleName}`,
    '',
    ...files.map(({ path, sha256 }) => `- ${path.slice(FOLDER.length + 1)}: ${sha256}`),
  ];
  return `${lines.join('\n')}\n`;
}
