import { descriptionField } from '@/qbusiness/form/description';
import { maxSessionDurationField } from '@/qbusiness/form/maxSessionDuration';
import { pathField } from '@/qbusiness/form/path';
import { permissionsBoundaryField } from '@/qbusiness/form/permissionsBoundary';
import { RoleTextField } from './RoleTextField';
import { TagList } from './TagList';
import { useIsExistingRole } from './useIsExistingRole';

/** What IAM stores with a role of our own making. */
export function RoleOptions() {
  if (useIsExistingRole()) return null;
  return (
    <>
      <RoleTextField path="path" field={pathField} hasExample monospace />
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
