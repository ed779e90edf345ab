import { applicationIdField } from './applicationId';
import type { ListFormField } from './formField';

export const otherApplicationsField = {
  kind: 'list',
  name: 'otherApplications',
  option: 'other-application',
  operand: 'ID',
  isIdentifier: true,
  label: 'More applications for this role',
  help: 'Other applications of this account and Region that share the role.',
  addLabel: 'Add application',
  required: false,
  maxEntries: 100,
  entry: { ...applicationIdField, label: 'Other application' },
} as const satisfies ListFormField;
