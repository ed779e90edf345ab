import { useMemo } from 'react';
import { planRole, type RolePlan } from '@/qbusiness/plan';
import type { RoleRequest } from '@/qbusiness/request';
import { goToField } from './goToField';
import { useRoleForm } from './roleForm';

/** A role that may leave the page. */
export interface CompleteRole {
  readonly request: RoleRequest;
  readonly plan: RolePlan;
}

/**
 * Reads the form at the click. Undefined while something is missing or refused; then the fields say
 * so, the first of them is focused, and `onRefused` is told why.
 */
export function useCompleteRole(
  onRefused: (reason: string) => void,
): () => CompleteRole | undefined {
  const form = useRoleForm();
  return useMemo(
    () => () => {
      const draft = form.store.readNow();
      if (draft.status === 'ready') {
        return { request: draft.template, plan: planRole(draft.template) };
      }
      const { issues } = draft;
      form.store.noteRefusal();
      goToField(form, issues[0].path);
      onRefused(`Not yet: ${issues.map(({ message }) => message).join('; ')}`);
      return undefined;
    },
    [form, onRefused],
  );
}
