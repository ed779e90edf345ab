import { useMemo } from 'react';
import { fieldOfToken } from '@/qbusiness/form/fieldOfToken';
import { goToField } from '@/features/builder/goToField';
import { useRoleForm } from '@/features/builder/roleForm';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';

/** Leads from a placeholder in a document to the field that it stands for. */
export function usePlaceholderLinks(): PlaceholderLinks {
  const form = useRoleForm();
  return useMemo(() => {
    const fieldOf = (token: string) => fieldOfToken(form.getValues(), token);
    return {
      label: (token) => {
        const field = fieldOf(token);
        return field && `Go to the field ${field.label}`;
      },
      onFollow: (token) => {
        const field = fieldOf(token);
        if (field !== undefined) goToField(form, field.path);
      },
    };
  }, [form]);
}
