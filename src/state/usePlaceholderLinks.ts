import { useMemo } from 'react';
import { fieldOfToken } from '@/qbusiness/form/fieldOfToken';
import { goToField } from './goToField';
import { useRoleForm } from './roleForm';

/** The fields to which placeholders lead. */
export interface TokenLinks {
  /** The label of the link; undefined if there is no field for the placeholder. */
  readonly label: (token: string) => string | undefined;
  readonly onFollow: (token: string) => void;
}

/** Links from the placeholders in a document to the fields for their values. */
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
