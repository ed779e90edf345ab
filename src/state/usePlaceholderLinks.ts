import { useMemo } from 'react';
import { fieldOfToken } from '@/qbusiness/form/fieldOfToken';
import { goToField } from './goToField';
import { useRoleForm } from './roleForm';

/** What a placeholder in a document leads to. */
export interface TokenLinks {
  /** What following the placeholder does; undefined where it leads nowhere. */
  readonly label: (token: string) => string | undefined;
  readonly onFollow: (token: string) => void;
}

/** Leads from a placeholder in a document to the field that it stands for. */
export function usePlaceholderLinks(): TokenLinks {
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
