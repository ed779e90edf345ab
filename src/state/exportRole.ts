import { useMemo } from 'react';
import { planRole, type RolePlan } from '@/qbusiness/plan';
import type { FieldIssue } from '@/qbusiness/form/textField';
import type { RoleRequest } from '@/qbusiness/request';
import { goToField } from './goToField';
import { useRoleForm } from './roleForm';

/** A complete role, which may be exported. */
export interface CompleteRole {
  readonly request: RoleRequest;
  readonly plan: RolePlan;
}

/**
 * Returns a function that reads the complete role from the form. If values are missing or refused, it
 * returns undefined, shows the messages of the fields, focuses the first of them and calls `onRefused`.
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
      onRefused(`Not yet: ${reasonOf(issues)}`);
      return undefined;
    },
    [form, onRefused],
  );
}

/** Reasons in one message; the fields show all of them. */
const MAX_REASONS = 3;

function reasonOf(issues: readonly FieldIssue[]): string {
  const reasons = issues
    .slice(0, MAX_REASONS)
    .map(({ kind, label, message }) => (kind === 'missing' ? message : `${label}: ${message}`));
  const left = issues.length - reasons.length;
  return [...reasons, ...(left > 0 ? [`and ${left} more`] : [])].join('; ');
}
