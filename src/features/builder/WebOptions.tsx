import { originField, webExperienceIdField } from '@/qbusiness/form/fields';
import { EntryList } from './EntryList';
import { RoleTextField } from './RoleTextField';

export function WebOptions() {
  return (
    <>
      <RoleTextField path="webExperienceId" field={webExperienceIdField} hasExample monospace />
      <EntryList
        name="origins"
        field={originField}
        legend="Allowed websites"
        addLabel="Add website"
        maxRows={10}
      />
    </>
  );
}
