import { useMemo } from 'react';
import { AccessReportView } from '@/panels/access/AccessReportView';
import type { StatementPlace } from '@/documents/accessTexts';
import type { CheckInput, RoleInput } from '@/state/check/checkTasks';
import type { RoleSummary } from '@/state/check/roleReports';
import { useTask } from '@/state/worker/useTask';
import { EmptyState } from '@/ui/EmptyState';
import { nameOfRole } from './roleNames';
import { TaskNotice } from '@/panels/tasks/TaskNotice';

interface AccessTabProps {
  readonly input: CheckInput;
  readonly role: RoleSummary | undefined;
  readonly part: 'who-can-assume' | 'what-it-can-do';
  readonly onPlace: (place: StatementPlace) => void;
}

/** Who can assume the shown role, or what it can do. */
export function AccessTab({ input, role, part, onPlace }: AccessTabProps) {
  const key = role?.key;
  const question = useMemo((): RoleInput => ({ ...input, role: key }), [input, key]);
  const state = useTask('roleAccess', question);
  const { answered } = state;
  return (
    <>
      <TaskNotice state={state} doing="Working it out" />
      {answered?.answer.length === 0 && (
        <EmptyState title="No policy document">Add the policies of a role.</EmptyState>
      )}
      {answered && role && (
        <AccessReportView
          reports={answered.answer}
          documents={[]}
          roleName={nameOfRole(role)}
          part={part}
          onPlace={onPlace}
        />
      )}
    </>
  );
}
