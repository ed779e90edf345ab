import { useMemo } from 'react';
import { goToField } from '@/features/builder/goToField';
import { useRoleForm } from '@/features/builder/roleForm';
import type { RoleDraft } from '@/qbusiness/request';
import type { Blocked } from '@/ui/CopyButton';
import { useViewSwitch } from './viewSwitch';

/** Why nothing may leave the page yet, and the way to the first field concerned. */
export function useExportGate(draft: RoleDraft): Blocked | undefined {
  const form = useRoleForm();
  const showView = useViewSwitch();
  return useMemo(() => {
    if (draft.status === 'ready') return undefined;
    const { issues } = draft;
    return {
      reason: `Not yet: ${issues.map(({ message }) => message).join('; ')}`,
      onResolve: () => {
        form.drafts.noteRefusal();
        showView('build');
        goToField(form, issues[0].path);
      },
    };
  }, [draft, form, showView]);
}
