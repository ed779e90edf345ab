import { archive } from '@/exporters/archive';
import { policiesFolder } from '@/exporters/folder';
import type { RoleRequest } from '@/qbusiness/request';

/** The bytes of `policies.zip`; loaded when somebody downloads. */
export const zipFolder = (request: RoleRequest): Uint8Array<ArrayBuffer> =>
  archive(policiesFolder(request));
