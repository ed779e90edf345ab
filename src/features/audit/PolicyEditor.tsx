import { useId, useMemo, type Ref } from 'react';
import { styled } from '@mui/material/styles';
import type { AuditFinding } from '@/documents/auditTexts';
import { completePolicy, explainPolicy, formatPolicy } from '@/documents/policyAssistance';
import { JsonEditor } from '@/ui/code/JsonEditor';
import type { JsonEditorHandle } from '@/ui/code/jsonEditorHandle';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import type { Marker, MarkerSeverity } from '@/ui/code/marker';
import { rangeOf } from './editorRanges';

const assistance = { complete: completePolicy, hover: explainPolicy, format: formatPolicy };

const severities: Readonly<Record<AuditFinding['severity'], MarkerSeverity>> = {
  error: 'error',
  securityWarning: 'warning',
  warning: 'warning',
  suggestion: 'info',
};

const Frame = styled('div')(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.control.border}`,
  borderRadius: theme.vars.shape.borderRadius,
  overflow: 'hidden',
}));

const Help = styled('p')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.text.secondary,
  marginBlockEnd: theme.spacing(0.5),
}));

interface PolicyEditorProps {
  readonly ref: Ref<JsonEditorHandle>;
  readonly id: number;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Of this very text. */
  readonly findings: readonly AuditFinding[] | undefined;
  readonly monaco: MonacoMode;
}

/** The text of a document, with a mark under everything that was found. */
export function PolicyEditor({ ref, id, text, onText, findings, monaco }: PolicyEditorProps) {
  const helpId = useId();
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
  return (
    <>
      <Help id={helpId}>
        A permissions or trust policy, several of them, a page around them, or what aws iam get-role
        and its kin print.
      </Help>
      <Frame>
        <JsonEditor
          ref={ref}
          path={`audit/${id}.json`}
          value={text}
          onChange={onText}
          label="Policy documents"
          describedBy={helpId}
          markers={markers}
          assistance={assistance}
          monaco={monaco}
          height="clamp(16rem, 100dvh - 25rem, 60rem)"
        />
      </Frame>
    </>
  );
}
