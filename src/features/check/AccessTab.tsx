import { useMemo } from 'react';
import { AccessReportView } from '@/panels/access/AccessReportView';
import type { AccessSetting } from '@/qbusiness/access';
import type { CheckInput, RoleAccessInput } from '@/state/check/checkTasks';
import type { RoleSummary } from '@/state/check/roleReports';
import { useTask } from '@/state/worker/useTask';
import { nameOfRole } from './roleNames';
import { TaskNotice } from './TaskNotice';

interface AccessTabProps {
  readonly input: CheckInput;
  readonly role: RoleSummary | undefined;
  /** What is asked about unless the documents name an application. */
  readonly setting: AccessSetting;
  readonly part: 'who-can-assume' | 'what-it-can-do';
}

/** Who can assume the role that is shown, or what it can do. */
export function AccessTab({ input, role, setting, part }: AccessTabProps) {
  const key = role?.key;
  const question = useMemo(
    (): RoleAccessInput => ({ ...input, role: key, setting }),
    [input, key, setting],
  );
  const state = useTask('roleAccess', question);
  const { answered } = state;
  return (
    <>
      <TaskNotice state={state} doing="Working it out" />
      {answered && role && (
        <AccessReportView
          report={answered.answer.report}
          documents={answered.answer.documents}
          roleName={nameOfRole(role)}
          part={part}
        />
      )}
    </>
  );
}
