import { styled } from '@mui/material/styles';
import { useCallback, useId, useMemo, type Ref } from 'react';
import { isTangled } from '@/browser/tangledText';
import { completePolicy, explainPolicy, formatPolicy } from '@/documents/policyAssistance';
import type { RoleFinding, RoleReportDocument } from '@/state/check/roleReports';
import { JsonEditor } from '@/ui/code/JsonEditor';
import type { JsonEditorHandle } from '@/ui/code/jsonEditorHandle';
import type { Marker, MarkerSeverity } from '@/ui/code/marker';
import { Notice } from '@/ui/Notice';
import { TabPanel } from '@/ui/Tabs';
import { DocumentTools, type DocumentToolsProps } from './DocumentTools';
import { DocumentTypes } from './DocumentTypes';
import { rangeOf } from './editorRanges';
import { nameOfText } from './textNames';

const assistance = { complete: completePolicy, hover: explainPolicy, format: formatPolicy };

/** Characters; a longer text is not shown, because an editor would block the page. */
const mostEditable = 1_000_000;

const severities: Readonly<Record<RoleFinding['severity'], MarkerSeverity>> = {
  error: 'error',
  securityWarning: 'warning',
  warning: 'warning',
  suggestion: 'info',
};

const Pane = styled('section')(({ theme }) => ({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr) auto',
  gridTemplateColumns: 'minmax(0, 1fr)',
  minBlockSize: 0,
  blockSize: '100%',
  backgroundColor: theme.vars.palette.background.paper,
  '& > [role="tabpanel"]': { minBlockSize: 0, blockSize: '100%' },
}));

const Padded = styled('div')(({ theme }) => ({ padding: theme.spacing(2) }));

interface DocumentPaneProps extends DocumentToolsProps {
  readonly ref: Ref<JsonEditorHandle>;
  /** The documents of the shown role in the shown text. */
  readonly documents: readonly RoleReportDocument[];
  readonly roleName: string | undefined;
  /** The findings of the shown text; undefined while they are outdated. */
  readonly findings: readonly RoleFinding[] | undefined;
  readonly onText: (id: number, text: string) => void;
  readonly onKind: (position: number, kind: RoleReportDocument['kind']) => void;
}

/** An editor for the text of a role, with markers for the findings. */
export function DocumentPane({
  ref,
  documents,
  roleName,
  findings,
  onText,
  onKind,
  ...tools
}: DocumentPaneProps) {
  const { texts, shown, monaco } = tools;
  const idBase = useId();
  const markers = useMemo(
    () =>
      findings?.map((finding): Marker => ({
        ...rangeOf(finding),
        severity: severities[finding.severity],
        message: finding.message,
        code: finding.rule,
      })),
    [findings],
  );
  const { id, text } = shown;
  const isLarge = text.length > mostEditable;
  const freezes = useMemo(() => !isLarge && isTangled(text), [isLarge, text]);
  const change = useCallback((changed: string) => onText(id, changed), [onText, id]);
  return (
    <Pane aria-label="Document">
      <DocumentTools {...tools} idBase={idBase} />
      <TabPanel idBase={idBase} tab={String(shown.id)} focusable={false}>
        {isLarge && (
          <Padded>
            <Notice tone="info" title={`${nameOfText(texts, shown)} is too large to edit here`}>
              It has {Math.round(text.length / 1_000_000)} million characters. Its roles are
              checked; edit them in files of their own.
            </Notice>
          </Padded>
        )}
        {freezes && (
          <Padded>
            <Notice tone="warning" title={`${nameOfText(texts, shown)} cannot be shown`}>
              A line with thousands of open brackets and right-to-left characters would freeze the
              browser. The text is checked; remove these characters in the file and open it again.
            </Notice>
          </Padded>
        )}
        {!isLarge && !freezes && (
          <JsonEditor
            key={id}
            ref={ref}
            path={`check/${id}.json`}
            value={text}
            onChange={change}
            label="Document text"
            markers={markers}
            assistance={assistance}
            monaco={monaco}
            height="100%"
          />
        )}
      </TabPanel>
      <DocumentTypes documents={documents} roleName={roleName} onKind={onKind} />
    </Pane>
  );
}
