import {
  descriptionField,
  maxSessionDurationField,
  permissionsBoundaryField,
  rolePathField,
} from '@/qbusiness/form/fields';
import { RoleTextField } from './RoleTextField';
import { TagList } from './TagList';
import { useIsExistingRole } from './useIsExistingRole';

/** What IAM stores with a role of our own making. */
export function RoleOptions() {
  if (useIsExistingRole()) return null;
  return (
    <>
      <RoleTextField path="path" field={rolePathField} hasExample monospace />
      <RoleTextField path="description" field={descriptionField} multiline rows={2} />
      <TagList />
      <RoleTextField
        path="permissionsBoundary"
        field={permissionsBoundaryField}
        hasExample
        monospace
      />
      <RoleTextField
        path="maxSessionDuration"
        field={maxSessionDurationField}
        monospace
        inputMode="numeric"
      />
    </>
  );
}
