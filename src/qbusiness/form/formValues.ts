import { emptyCallers } from '../callers';
import type { RoleFormValues } from '../request';

/** A form nobody has typed in. Also what a share link leaves out. */
export const emptyFormValues: RoleFormValues = {
  region: '',
  accountId: '',
  applicationId: '',
  otherApplications: [],
  accessMode: 'web-experience',
  webExperienceId: '',
  origins: [],
  includeWebExperience: false,
  apiActions: 'all',
  caller: 'lambda',
  callers: emptyCallers,
  networkLimit: 'none',
  vpcEndpoints: [],
  vpcs: [],
  ipRanges: [],
  roleName: '',
  policyName: '',
  attachment: 'inline',
  path: '',
  description: '',
  tags: [],
  permissionsBoundary: '',
  maxSessionDuration: '',
};
