import { useMemo, useRef } from 'react';
import { styled } from '@mui/material/styles';
import type { AuditFinding } from '@/documents/auditTexts';
import type { TextEdit } from '@/syntax/textEdit';
import type { DocumentKind } from '@/iam/documentKind';
import { announce } from '@/ui/announcer';
import type { JsonEditorHandle } from '@/ui/code/jsonEditorHandle';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import { replaceText } from '@/ui/code/replaceText';
import { TabPanel } from '@/ui/Tabs';
import type { AuditResult, TextUnderAudit } from './auditedTexts';
import { AuditToolbar } from './AuditToolbar';
import { DocumentKinds } from './DocumentKinds';
import { DropArea, type DroppedText } from './DropArea';
import { FindingsPanel } from './FindingsPanel';
import { PolicyEditor } from './PolicyEditor';
import { editorEdits, rangeOf } from './editorRanges';
import { TextTabs, textTabs } from './TextTabs';

export interface AuditPageProps {
  readonly texts: readonly [TextUnderAudit, ...TextUnderAudit[]];
  readonly shownId: number;
  /** By the text's id; absent until the first audit is done. */
  readonly results: ReadonlyMap<number, AuditResult>;
  readonly monaco: MonacoMode;
  readonly onAskForMonaco: () => void;
  readonly onShow: (id: number) => void;
  readonly onText: (id: number, text: string) => void;
  readonly onKind: (id: number, position: number, kind: DocumentKind) => void;
  readonly onAdd: (texts: readonly DroppedText[]) => void;
  readonly onAddBlank: () => void;
  readonly onRemove: (id: number) => void;
  readonly onExample: (example: 'plan' | 'published') => void;
  readonly onFixAll: (text: TextUnderAudit) => Promise<string>;
}

/** From 900 px on, text and findings scroll on their own; below, the page does. */
const roomy = '@media (min-width: 900px)';

const Page = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignContent: 'start',
  gap: theme.spacing(2),
  padding: theme.spacing(2, 3),
  '@media (max-width: 600px)': { padding: theme.spacing(2) },
  [roomy]: {
    blockSize: '100%',
    boxSizing: 'border-box',
    alignContent: 'stretch',
    gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
  },
  '& > *': { [roomy]: { minBlockSize: 0, overflowY: 'auto' } },
}));

const Work = styled('div')(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1.5),
}));

/** Pasted documents on one side, what is wrong with them on the other. */
export function AuditPage(props: AuditPageProps) {
  const { texts, shownId, results, monaco, onText, onFixAll } = props;
  const editor = useRef<JsonEditorHandle>(null);
  const shown = texts.find(({ id }) => id === shownId) ?? texts[0];
  const result = results.get(shown.id);
  const findings = result?.audited.findings;
  const isEmpty = shown.text.trim() === '';
  const isCurrent = result?.isCurrent === true;

  const apply = (edits: readonly TextEdit[]) => {
    editor.current?.applyEdits(editorEdits(shown.text, edits));
  };
  const fixAll = async () => {
    const { text } = shown;
    const fixed = await onFixAll(shown);
    editor.current?.applyEdits(replaceText(text, fixed));
    announce('Fixed; undo takes all of it back');
  };
  const changeText = useMemo(() => (text: string) => onText(shown.id, text), [onText, shown.id]);

  return (
    <Page>
      <DropArea onTexts={props.onAdd}>
        <Work>
          <AuditToolbar
            canFormat={isCurrent}
            onFormat={() => editor.current?.format()}
            onTexts={props.onAdd}
            onExample={props.onExample}
            onAskForMonaco={monaco === 'off' ? props.onAskForMonaco : undefined}
          />
          <TextTabs {...props} shownId={shown.id} />
          <TabPanel idBase={textTabs} tab={String(shown.id)} focusable={false}>
            <PolicyEditor
              key={shown.id}
              ref={editor}
              id={shown.id}
              text={shown.text}
              onText={changeText}
              findings={isCurrent && !isEmpty ? findings : undefined}
              monaco={monaco}
            />
          </TabPanel>
          <DocumentKinds
            documents={result?.audited.documents ?? []}
            onKind={(position, kind) => props.onKind(shown.id, position, kind)}
          />
        </Work>
      </DropArea>
      <FindingsPanel
        isEmpty={isEmpty}
        audited={result?.audited}
        onShow={(finding: AuditFinding) => editor.current?.reveal(rangeOf(finding))}
        onFix={(finding) => {
          if (isCurrent && finding.fix) apply(finding.fix.edits);
        }}
        onFixAll={() => void fixAll()}
      />
    </Page>
  );
}
