import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { useRoleForm } from '@/state/roleForm';
import { Button } from '@/ui/Button';

/** A button that puts values into the form, as a paste or a link does. */
export function FillForm({ values }: { readonly values: RoleFormValues }) {
  const { fill } = useRoleForm();
  return <Button onClick={() => fill(values, 'filled')}>Fill</Button>;
}
