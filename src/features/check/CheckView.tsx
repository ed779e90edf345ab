import { useRef, useState } from 'react';
import { planRole } from '@/qbusiness/plan';
import { publishedPolicies } from '@/qbusiness/publishedPolicies';
import { checkSession, useCheckSession, type CheckedText } from '@/state/check/checkSession';
import { planTexts } from '@/state/check/planTexts';
import { TextLines } from '@/documents/textLines';
import type { RoleFinding } from '@/state/check/roleReports';
import { useCheck } from '@/state/check/useCheck';
import { useDraft } from '@/state/roleForm';
import { navigate, useRoute, workspaces } from '@/state/route';
import { runTask } from '@/state/worker/runTask';
import { applyEdits } from '@/syntax/textEdit';
import { announce } from '@/ui/announcer';
import type { JsonEditorHandle } from '@/ui/code/jsonEditorHandle';
import { useMonacoMode } from '@/ui/code/loadMonaco';
import { replaceText } from '@/ui/code/replaceText';
import type { EditorRange } from '@/ui/code/textRange';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { ToggleGroup } from '@/ui/ToggleGroup';
import { AccessTab } from './AccessTab';
import { Answers, Frame, Toolbar } from './checkLayout';
import { CompareTab } from './CompareTab';
import { DocumentPane } from './DocumentPane';
import { TextsArea } from './TextsArea';
import { editorEdits, rangeOf } from './editorRanges';
import { EmptyCheck } from './EmptyCheck';
import { FindingsTab } from './FindingsTab';
import { RepairTab } from './RepairTab';
import { RoleList } from './RoleList';
import { RoleSelect } from './RoleSelect';
import { TaskNotice } from '@/panels/tasks/TaskNotice';
import { nameOfText } from './textNames';
import { useLasting } from '@/panels/tasks/useLasting';

type Pane = 'roles' | 'document' | 'answers';

const panes = [
  { value: 'roles', label: 'Role' },
  { value: 'document', label: 'Document' },
  { value: 'answers', label: 'Findings' },
] as const satisfies readonly { value: Pane; label: string }[];

/** Checks existing roles: findings, access, comparison and repair. */
export default function CheckView() {
  const session = useCheckSession();
  const route = useRoute();
  const tab = (route.workspace === 'check' ? route.tab : undefined) ?? 'findings';
  const template = useDraft((draft) => draft.template);
  const missing = useDraft((draft) => (draft.status === 'ready' ? 0 : draft.issues.length));
  const [monaco, askForMonaco] = useMonacoMode();
  const [pane, setPane] = useState<Pane>('answers');
  const editor = useRef<JsonEditorHandle>(null);
  const waiting = useRef<{ readonly text: number; readonly range: EditorRange }>(undefined);
  const { state, input, answeredTexts } = useCheck(template);
  const isOutdated = useLasting(!state.isCurrent);

  const example = (name: 'form' | 'published') =>
    checkSession.add(
      name === 'form'
        ? planTexts(planRole(template))
        : publishedPolicies.map(({ name: file, text }) => ({ name: `${file}.json`, text })),
    );

  const { texts } = session;
  const [firstText] = texts;
  if (!firstText) {
    return (
      <TextsArea onTexts={checkSession.add}>
        <EmptyCheck
          onExample={example}
          onText={(text) => {
            checkSession.add([{ name: '', text }]);
            setPane('document');
            // Continue in the editor, with the cursor at the end of the text.
            const end = new TextLines(text).at(text.length);
            const range = {
              startLine: end.line,
              startColumn: end.column,
              endLine: end.line,
              endColumn: end.column,
            };
            waiting.current = { text: checkSession.get().text ?? 0, range };
          }}
        />
      </TextsArea>
    );
  }

  const overview = state.answered?.answer;
  const roles = overview?.roles ?? [];
  const report = overview?.shown;
  /** The texts of the role; all texts before the first answer. */
  const roleTexts = texts.filter((text) =>
    report?.texts.some((index) => answeredTexts[index]?.id === text.id),
  );
  const chosen = texts.find(({ id }) => id === session.text);
  const shown = chosen ?? roleTexts[0] ?? firstText;
  const listed =
    texts.length <= 12 || roles.length <= 1 ? texts : [...new Set([...roleTexts, shown])];
  const indexOf = (text: CheckedText) => answeredTexts.findIndex((one) => one === text);
  const shownIndex = indexOf(shown);
  // Findings and fixes are only used if they belong to the text in the editor.
  const isShownCurrent = shownIndex !== -1 && state.isCurrent;
  const textOf = ({ text }: RoleFinding) => answeredTexts[text];

  const attach = (handle: JsonEditorHandle | null) => {
    editor.current = handle;
    const next = waiting.current;
    if (!handle || next?.text !== shown.id) return;
    waiting.current = undefined;
    handle.reveal(next.range);
  };
  const revealIn = (text: CheckedText | undefined, range: EditorRange) => {
    if (!text) return;
    setPane('document');
    if (text.id === shown.id && editor.current) {
      // After the pane has been rendered.
      setTimeout(() => editor.current?.reveal(range));
      return;
    }
    waiting.current = { text: text.id, range };
    checkSession.showText(text.id);
  };
  const reveal = (finding: RoleFinding) => revealIn(textOf(finding), rangeOf(finding));
  const change = (text: CheckedText, next: string) => {
    if (text.id === shown.id && editor.current) {
      editor.current.applyEdits(replaceText(text.text, next));
    } else {
      checkSession.setText(text.id, next);
    }
  };
  const fix = (finding: RoleFinding) => {
    const text = textOf(finding);
    if (!state.isCurrent || !finding.fix || !text || !texts.includes(text)) return;
    if (text.id === shown.id && editor.current) {
      editor.current.applyEdits(editorEdits(text.text, finding.fix.edits));
    } else {
      checkSession.setText(text.id, applyEdits(text.text, finding.fix.edits));
    }
  };
  const fixAll = async () => {
    if (!state.isCurrent || !report) return;
    for (const index of report.texts) {
      const text = answeredTexts[index];
      if (!text || (overview?.safeFixes[index] ?? 0) === 0) continue;
      const fixed = await runTask('fix', { text: text.text, kinds: text.kinds });
      change(text, fixed);
    }
    announce('Safe fixes applied; undo takes them back');
  };
  const showRole = (key: string) => {
    checkSession.showRole(key);
    setPane('answers');
  };

  return (
    <TextsArea onTexts={checkSession.add}>
      <Frame data-pane={pane} data-tab={tab} data-many={roles.length > 1}>
        <div className="panes">
          <ToggleGroup label="Show" options={panes} value={pane} onChange={setPane} />
        </div>
        <div className="roles">
          <RoleList roles={roles} shown={report?.key} onShow={showRole} />
        </div>
        <div className="document">
          <DocumentPane
            ref={attach}
            texts={listed}
            shown={shown}
            documents={(report?.documentList ?? []).filter(({ text }) => text === shownIndex)}
            roleName={report?.name}
            findings={
              isShownCurrent
                ? report?.findingList.filter(({ text }) => text === shownIndex)
                : undefined
            }
            monaco={monaco}
            onAskForMonaco={askForMonaco}
            onShow={checkSession.showText}
            onText={checkSession.setText}
            onKind={(position, kind) => checkSession.setKind(shown.id, position, kind)}
            onAdd={checkSession.add}
            onExample={example}
            onRemove={checkSession.remove}
            onFormat={() => editor.current?.format()}
          />
        </div>
        <div className="answers">
          <Toolbar>
            {roles.length > 1 && (
              <div className="role">
                <RoleSelect roles={roles} shown={report?.key} onShow={showRole} />
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
                  isEveryRoleShown={session.isEveryRoleShown}
                  onEveryRole={checkSession.showEveryRole}
                  safeFixes={(report?.texts ?? []).reduce(
                    (sum, index) => sum + (overview?.safeFixes[index] ?? 0),
                    0,
                  )}
                  nameOfText={
                    (report?.texts.length ?? 0) > 1
                      ? (index) => {
                          const text = answeredTexts[index];
                          return text ? nameOfText(texts, text) : '';
                        }
                      : undefined
                  }
                  onShow={reveal}
                  onFix={fix}
                  onFixAll={() => void fixAll()}
                />
              )}
              {(tab === 'who-can-assume' || tab === 'what-it-can-do') && (
                <AccessTab
                  key={tab}
                  input={input}
                  role={report}
                  part={tab}
                  onPlace={({ text, startLine, endLine }) =>
                    revealIn(answeredTexts[text], {
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
        </div>
      </Frame>
    </TextsArea>
  );
}
