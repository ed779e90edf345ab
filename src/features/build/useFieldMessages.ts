import { get, useFormState } from 'react-hook-form';
import type { RoleDraft } from '@/qbusiness/request';
import type { FieldIssue, TextField } from '@/qbusiness/form/textField';
import { canBecomeValid } from '@/qbusiness/form/canBecomeValid';
import { useDraft, useIsExportRefused, useRoleForm, type TextPath } from '@/state/roleForm';

interface FieldMessages {
  readonly error: string | undefined;
  readonly warning: string | undefined;
}

/**
 * The messages of a field: an invalid value is reported at once, unless it may still become valid while
 * it is typed; a missing value is reported after a copy or download was refused.
 */
export function useFieldMessages(path: TextPath, field: TextField): FieldMessages {
  const { control, getValues } = useRoleForm();
  // Not `getFieldState`, which also subscribes to whether the field is dirty and renders at the first key press.
  const { touchedFields } = useFormState({ control, name: path, exact: true });
  const isTouched = get(touchedFields, path) === true;
  const isExportRefused = useIsExportRefused();
  const missing = useDraft((draft) =>
    isExportRefused ? issueAt(draft, path, 'missing') : undefined,
  );
  const invalid = useDraft((draft) => {
    const message = issueAt(draft, path, 'invalid');
    if (message === undefined || isTouched || isExportRefused) return message;
    return canBecomeValid(field, field.clean(getValues(path)).text) ? undefined : message;
  });
  const warning = useDraft(
    (draft) => draft.cautions.find((caution) => caution.path === path)?.message,
  );
  return { error: invalid ?? missing, warning };
}

const issueAt = (draft: RoleDraft, path: string, kind: FieldIssue['kind']): string | undefined =>
  draft.status === 'ready'
    ? undefined
    : draft.issues.find((issue) => issue.path === path && issue.kind === kind)?.message;
