import type { BatchColumn } from './batchRow';

/** The heading of each column, as the form labels its field. */
export const columnLabels: Readonly<Record<BatchColumn, string>> = {
  region: 'Region',
  accountId: 'Account ID',
  applicationId: 'Application ID',
  webExperienceId: 'Web experience ID',
  roleName: 'Role name',
  policyName: 'Policy name',
  accessMode: 'Access mode',
  caller: 'Caller',
  apiActions: 'API actions',
  networkLimit: 'Network',
  attachment: 'Attachment',
  path: 'Path',
  description: 'Description',
  permissionsBoundary: 'Permissions boundary',
  maxSessionDuration: 'Maximum session duration',
};
