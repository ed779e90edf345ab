import { useEffect, useRef } from 'react';
import { afterPaint } from '@/browser/afterPaint';
import { focusById, isFocusLost } from '@/browser/focus';
import type { RoleTemplate } from '@/qbusiness/request';
import { TaskNotice } from '@/panels/tasks/TaskNotice';
import { useLasting } from '@/panels/tasks/useLasting';
import { checkSession, useCheckSession, type CheckedText } from '@/state/check/checkSession';
import type { RoleFinding } from '@/state/check/roleReports';
import type { Check } from '@/state/check/useCheck';
import { useDraft } from '@/state/roleForm';
import { navigate, workspaces, type CheckTab } from '@/state/route';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import type { EditorRange } from '@/ui/code/textRange';
import { tabId, TabPanel, Tabs } from '@/ui/Tabs';
import { AccessTab } from './AccessTab';
import { Answers, Toolbar } from './checkLayout';
import { CompareTab } from './CompareTab';
import { FindingsTab } from './FindingsTab';
import { RepairTab } from './RepairTab';
import { RoleSelect } from './RoleSelect';
import { nameOfText } from './textNames';

interface CheckAnswersProps {
  readonly tab: CheckTab;
  readonly check: Check;
  readonly template: RoleTemplate;
  readonly monaco: MonacoMode;
  readonly onRole: (key: string) => void;
  readonly onPlace: (text: CheckedText | undefined, range: EditorRange) => void;
  readonly onFinding: (finding: RoleFinding) => void;
  readonly onFix: (finding: RoleFinding) => void;
  readonly onFixAll: () => void;
}

/** What the check found about the shown role, in tabs. */
export function CheckAnswers(props: CheckAnswersProps) {
  const { tab, template, monaco, onRole, onPlace } = props;
  const { state, input, answeredTexts } = props.check;
  const { texts, isEveryRoleShown, added } = useCheckSession();
  useFocusOnTab(tab, added);
  const missing = useDraft((draft) => (draft.status === 'ready' ? 0 : draft.issues.length));
  const isOutdated = useLasting(!state.isCurrent);
  const overview = state.answered?.answer;
  const roles = overview?.roles ?? [];
  const report = overview?.shown;
  const nameOfAnswered = (index: number): string => {
    const text = answeredTexts[index];
    return text ? nameOfText(texts, text) : '';
  };
  return (
    <>
      <Toolbar>
        {roles.length > 1 && (
          <div className="role">
            <RoleSelect roles={roles} shown={report?.key} onShow={onRole} />
          </div>
        )}
        <Tabs
          label="Answers"
          idBase="check"
          tabs={workspaces.check}
          selected={tab}
          onSelect={(id) => navigate({ workspace: 'check', tab: id })}
        />
      </Toolbar>
      <Answers>
        <TabPanel idBase="check" tab={tab} focusable={false}>
          <TaskNotice state={state} doing="Checking" />
          {tab === 'findings' && (
            <FindingsTab
              report={report}
              isOutdated={isOutdated}
              canFix={state.isCurrent}
              counts={overview?.counts}
              isEveryRoleShown={isEveryRoleShown}
              onEveryRole={checkSession.showEveryRole}
              safeFixes={(report?.texts ?? []).reduce(
                (sum, index) => sum + (overview?.safeFixes[index] ?? 0),
                0,
              )}
              nameOfText={(report?.texts.length ?? 0) > 1 ? nameOfAnswered : undefined}
              onShow={props.onFinding}
              onFix={props.onFix}
              onFixAll={props.onFixAll}
            />
          )}
          {(tab === 'who-can-assume' || tab === 'what-it-can-do') && (
            <AccessTab
              key={tab}
              input={input}
              role={report}
              part={tab}
              onPlace={({ text, startLine, endLine }) =>
                onPlace(answeredTexts[text], {
                  startLine,
                  startColumn: 1,
                  endLine: endLine + 1,
                  endColumn: 1,
                })
              }
            />
          )}
          {tab === 'compare' && (
            <CompareTab
              input={input}
              roles={roles}
              shown={report}
              template={template}
              missing={missing}
              monaco={monaco}
            />
          )}
          {tab === 'repair' && (
            <RepairTab input={input} role={report} template={template} monaco={monaco} />
          )}
        </TabPanel>
      </Answers>
    </>
  );
}

/** Leads on to the answers about added texts, if the button that added them is gone. */
function useFocusOnTab(tab: CheckTab, added: number): void {
  const last = useRef(0);
  useEffect(
    () =>
      afterPaint(() => {
        if (last.current === added) return;
        last.current = added;
        if (isFocusLost()) focusById(tabId('check', tab));
      }),
    [tab, added],
  );
}
