import { archive } from '@/exporters/archive';
import { policiesFolder } from '@/exporters/folder';
import type { RoleRequest } from '@/qbusiness/request';

/** The archive of the whole folder; loaded when somebody downloads. */
export function zipFolder(request: RoleRequest): {
  readonly files: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
} {
  const files = policiesFolder(request);
  return { files: files.length, bytes: archive(files) };
}
