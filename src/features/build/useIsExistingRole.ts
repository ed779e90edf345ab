import { useWatch } from 'react-hook-form';
import { useRoleForm } from '@/state/roleForm';

/** Whether the form is about an existing role, which keeps its name, path, tags and trust policy. */
export function useIsExistingRole(): boolean {
  const { control } = useRoleForm();
  const [accessMode, caller] = useWatch({ control, name: ['accessMode', 'caller'] });
  return accessMode === 'api-only' && caller === 'existing-role';
}
