import { useState } from 'react';
import { describeRemoved, type TextField } from '@/qbusiness/form/textField';
import { useRoleForm, type TextPath } from '@/state/roleForm';

/** Replaces the text of a field by the cleaned one on blur, with a note about what was removed. */
export function useCleaning(path: TextPath, field: TextField) {
  const { getValues, setValue } = useRoleForm();
  const [note, setNote] = useState<string>();
  return {
    note,
    forgetNote: () => setNote(undefined),
    cleanUp: () => {
      const raw = getValues(path);
      const { text, removed } = field.clean(raw);
      if (text === raw) return;
      setValue(path, text, { shouldDirty: true });
      setNote(describeRemoved(removed));
    },
  };
}
