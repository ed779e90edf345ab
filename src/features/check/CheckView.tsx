import { useState } from 'react';
import { planRole } from '@/qbusiness/plan';
import { publishedPolicies } from '@/qbusiness/publishedPolicies';
import {
  checkSession,
  useCheckSession,
  type AddedText,
  type CheckedText,
} from '@/state/check/checkSession';
import { planTexts } from '@/state/check/planTexts';
import { TextLines } from '@/documents/textLines';
import type { RoleFinding } from '@/state/check/roleReports';
import { useCheck } from '@/state/check/useCheck';
import { useDraft } from '@/state/roleForm';
import { useRoute } from '@/state/route';
import { runTask } from '@/state/worker/runTask';
import { announce } from '@/ui/announcer';
import { useMonacoMode } from '@/ui/code/loadMonaco';
import type { EditorRange } from '@/ui/code/textRange';
import { ToggleGroup } from '@/ui/ToggleGroup';
import { CheckAnswers } from './CheckAnswers';
import { Frame } from './checkLayout';
import { DocumentPane } from './DocumentPane';
import { TextsArea } from './TextsArea';
import { rangeOf } from './editorRanges';
import { EmptyCheck } from './EmptyCheck';
import { RoleList } from './RoleList';
import { useTextEditor } from './useTextEditor';

type Pane = 'roles' | 'document' | 'answers';

const panes = [
  { value: 'roles', label: 'Role' },
  { value: 'document', label: 'Document' },
  { value: 'answers', label: 'Findings' },
] as const satisfies readonly { value: Pane; label: string }[];

/** With more texts than these, only those of the shown role are offered. */
const mostListed = 12;

const addDropped = (texts: readonly AddedText[]) => checkSession.add(texts, false);

/** Checks existing roles: findings, access, comparison and repair. */
export default function CheckView() {
  const session = useCheckSession();
  const route = useRoute();
  const tab = (route.workspace === 'check' ? route.tab : undefined) ?? 'findings';
  const template = useDraft((draft) => draft.template);
  const [monaco, askForMonaco] = useMonacoMode();
  const [pane, setPane] = useState<Pane>('answers');
  const editor = useTextEditor();
  const check = useCheck(template);
  const { state, answeredTexts } = check;

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
      <TextsArea onTexts={addDropped}>
        <EmptyCheck
          onExample={example}
          onText={(text) => {
            checkSession.add([{ name: '', text }]);
            setPane('document');
            // Continue in the editor, with the cursor at the end of the text.
            const end = new TextLines(text).at(text.length);
            editor.revealWhenShown(checkSession.get().text ?? 0, {
              startLine: end.line,
              startColumn: end.column,
              endLine: end.line,
              endColumn: end.column,
            });
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
    texts.length <= mostListed || roles.length <= 1 ? texts : [...new Set([...roleTexts, shown])];
  const indexOf = (text: CheckedText) => answeredTexts.findIndex((one) => one === text);
  const shownIndex = indexOf(shown);
  // Findings and fixes are only used if they belong to the text in the editor.
  const isShownCurrent = shownIndex !== -1 && state.isCurrent;
  const textOf = ({ text }: RoleFinding) => answeredTexts[text];

  const revealIn = (text: CheckedText | undefined, range: EditorRange) => {
    if (!text) return;
    setPane('document');
    editor.reveal(text, range, shown);
  };
  const reveal = (finding: RoleFinding) => revealIn(textOf(finding), rangeOf(finding));
  const fix = (finding: RoleFinding) => {
    const text = textOf(finding);
    if (!state.isCurrent || !finding.fix || !text || !texts.includes(text)) return;
    editor.edit(text, finding.fix.edits, shown);
  };
  const fixAll = async () => {
    if (!state.isCurrent || !report) return;
    for (const index of report.texts) {
      const text = answeredTexts[index];
      if (!text || (overview?.safeFixes[index] ?? 0) === 0) continue;
      const fixed = await runTask('fix', { text: text.text, kinds: text.kinds });
      editor.replace(text, fixed, shown);
    }
    announce('Safe fixes applied; undo takes them back');
  };
  const showRole = (key: string) => {
    checkSession.showRole(key);
    setPane('answers');
  };

  return (
    <TextsArea onTexts={addDropped}>
      <Frame data-pane={pane} data-tab={tab} data-many={roles.length > 1}>
        <div className="panes">
          <ToggleGroup label="Show" options={panes} value={pane} onChange={setPane} />
        </div>
        <div className="roles">
          <RoleList roles={roles} shown={report?.key} onShow={showRole} />
        </div>
        <div className="document">
          <DocumentPane
            ref={(handle) => editor.attach(handle, shown)}
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
            onFormat={() => editor.format()}
          />
        </div>
        <div className="answers">
          <CheckAnswers
            tab={tab}
            check={check}
            template={template}
            monaco={monaco}
            onRole={showRole}
            onPlace={revealIn}
            onFinding={reveal}
            onFix={fix}
            onFixAll={() => void fixAll()}
          />
        </div>
      </Frame>
    </TextsArea>
  );
}
