import { useWatch } from 'react-hook-form';
import { useRoleForm } from '@/state/roleForm';

/** A role that exists keeps its name, path, tags and trust policy. */
export function useIsExistingRole(): boolean {
  const { control } = useRoleForm();
  const [accessMode, caller] = useWatch({ control, name: ['accessMode', 'caller'] });
  return accessMode === 'api-only' && caller === 'existing-role';
}
