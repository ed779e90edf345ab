import { styled } from '@mui/material/styles';
import { useCallback, useId, useMemo, useRef, type Ref } from 'react';
import { isTangled } from '@/browser/tangledText';
import { completePolicy, explainPolicy, formatPolicy } from '@/documents/policyAssistance';
import type { AddedText, CheckedText } from '@/state/check/checkSession';
import type { RoleFinding, RoleReportDocument } from '@/state/check/roleReports';
import { ActionMenu } from '@/ui/ActionMenu';
import { Button } from '@/ui/Button';
import { JsonEditor } from '@/ui/code/JsonEditor';
import type { JsonEditorHandle } from '@/ui/code/jsonEditorHandle';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import type { Marker, MarkerSeverity } from '@/ui/code/marker';
import { IconButton } from '@/ui/IconButton';
import { Notice } from '@/ui/Notice';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { DocumentTypes } from './DocumentTypes';
import { rangeOf } from './editorRanges';
import { FileInput } from '@/ui/FileInput';
import { readableFiles, readTexts } from './readTexts';
import { nameOfText } from './textNames';

const assistance = { complete: completePolicy, hover: explainPolicy, format: formatPolicy };

/** Characters; a longer text is shown read-only, because an editor would block the page. */
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
  '& > .tools': {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minBlockSize: 44,
    paddingInline: theme.spacing(0.5, 1),
    borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
    '& > .texts': { flex: '1 1 auto', minInlineSize: 0 },
    '& .MuiTab-root': {
      display: 'block',
      maxInlineSize: '14rem',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '& > .MuiButton-root': { flex: '0 0 auto', whiteSpace: 'nowrap' },
  },
  '& > [role="tabpanel"]': { minBlockSize: 0, blockSize: '100%' },
}));

const Large = styled('div')(({ theme }) => ({ padding: theme.spacing(2) }));

interface DocumentPaneProps {
  readonly ref: Ref<JsonEditorHandle>;
  readonly texts: readonly CheckedText[];
  readonly shown: CheckedText;
  /** The documents of the shown role in the shown text. */
  readonly documents: readonly RoleReportDocument[];
  readonly roleName: string | undefined;
  /** The findings of the shown text; undefined while they are outdated. */
  readonly findings: readonly RoleFinding[] | undefined;
  readonly monaco: MonacoMode;
  readonly onAskForMonaco: () => void;
  readonly onShow: (id: number) => void;
  readonly onText: (id: number, text: string) => void;
  readonly onKind: (position: number, kind: RoleReportDocument['kind']) => void;
  readonly onAdd: (texts: readonly AddedText[]) => void;
  readonly onExample: (example: 'form' | 'published') => void;
  readonly onRemove: (id: number) => void;
  readonly onFormat: () => void;
}

/** An editor for the text of a role, with markers for the findings. */
export function DocumentPane({
  ref,
  texts,
  shown,
  documents,
  roleName,
  findings,
  monaco,
  onAskForMonaco,
  onShow,
  onText,
  onKind,
  onAdd,
  onExample,
  onRemove,
  onFormat,
}: DocumentPaneProps) {
  const idBase = useId();
  const chooser = useRef<HTMLInputElement>(null);
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
      <div className="tools">
        <div className="texts">
          <Tabs
            label="Documents"
            idBase={idBase}
            tabs={texts.map((one) => ({ id: String(one.id), label: nameOfText(texts, one) }))}
            selected={String(shown.id)}
            onSelect={(selected) => onShow(Number(selected))}
          />
        </div>
        <FileInput
          ref={chooser}
          label="Files with roles or policies"
          accept={readableFiles}
          onFiles={(files) => void readTexts(files, onAdd)}
        />
        <ActionMenu
          actions={[
            {
              label: 'Open files',
              icon: 'upload',
              onSelect: () => chooser.current?.click(),
            },
            {
              label: 'Type or paste',
              icon: 'add',
              onSelect: () => onAdd([{ name: '', text: '' }]),
            },
            { label: 'Use the form’s role', onSelect: () => onExample('form') },
            { label: 'Use AWS’s text', onSelect: () => onExample('published') },
          ]}
          renderButton={(button) => (
            <Button {...button} look="quiet" icon="add">
              Add document
            </Button>
          )}
        />
        <ActionMenu
          actions={[
            { label: 'Format', onSelect: onFormat },
            ...(monaco === 'off' ? [{ label: 'Load the editor', onSelect: onAskForMonaco }] : []),
            {
              label: `Remove ${nameOfText(texts, shown)}`,
              icon: 'remove' as const,
              onSelect: () => onRemove(shown.id),
            },
          ]}
          renderButton={(button) => (
            <IconButton {...button} icon="more" label="More for this document" />
          )}
        />
      </div>
      <TabPanel idBase={idBase} tab={String(shown.id)} focusable={false}>
        {isLarge && (
          <Large>
            <Notice tone="info" title={`${nameOfText(texts, shown)} is too large to edit here`}>
              It has {Math.round(text.length / 1_000_000)} million characters. Its roles are
              checked; edit them in files of their own.
            </Notice>
          </Large>
        )}
        {freezes && (
          <Large>
            <Notice tone="warning" title={`${nameOfText(texts, shown)} cannot be shown`}>
              A line with thousands of open brackets and right-to-left characters would freeze the
              browser. The text is checked; remove these characters in the file and open it again.
            </Notice>
          </Large>
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
