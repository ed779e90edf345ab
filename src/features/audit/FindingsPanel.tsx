import { styled } from '@mui/material/styles';
import type { AuditedText, AuditFinding } from '@/documents/auditTexts';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { FindingList } from '@/ui/FindingList';
import type { FindingItem, Severity } from '@/ui/findings';
import { LiveRegion } from '@/ui/LiveRegion';
import { Notice } from '@/ui/Notice';

const severities: Readonly<Record<AuditFinding['severity'], Severity>> = {
  error: 'error',
  securityWarning: 'security-warning',
  warning: 'warning',
  suggestion: 'suggestion',
};

const grantWords = {
  same: undefined,
  less: 'The fix makes the document grant less.',
  more: 'The fix makes the document grant more.',
  changed: 'The fix changes what the document grants.',
} as const;

/** A list that is longer makes a page slow and nobody wiser. */
const maxShown = 250;

const Panel = styled('section')(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  // The panel scrolls; its rows keep their height.
  gridAutoRows: 'max-content',
  gap: theme.spacing(1.5),
  '& h2': theme.typography.h2,
}));

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(0.5, 1.5),
  minBlockSize: '1.875rem',
  '& > [role="status"]': {
    ...theme.typography.body2,
    flex: 1,
    color: theme.vars.palette.text.secondary,
  },
}));

interface FindingsPanelProps {
  readonly isEmpty: boolean;
  readonly audited: AuditedText | undefined;
  readonly onShow: (finding: AuditFinding) => void;
  readonly onFix: (finding: AuditFinding) => void;
  readonly onFixAll: () => void;
}

/** What was found in the text that is shown. */
export function FindingsPanel({ isEmpty, audited, onShow, onFix, onFixAll }: FindingsPanelProps) {
  const findings = isEmpty ? [] : (audited?.findings ?? []);
  const shown = findings.slice(0, maxShown);
  const more = findings.length - shown.length + (audited?.omitted ?? 0);
  const byId = new Map(shown.map((finding) => [finding.id, finding]));
  return (
    <Panel aria-label="Findings">
      <Head>
        <h2>Findings</h2>
        <LiveRegion>{summary(isEmpty, audited)}</LiveRegion>
        {findings.length > 0 && (
          <Button size="small" disabled={audited?.safeFixes === 0} onClick={onFixAll}>
            Fix all that is safe
          </Button>
        )}
      </Head>
      {isEmpty && (
        <EmptyState title="Nothing to check yet" icon="paste">
          Paste a policy document or drop a file. It stays in this browser.
        </EmptyState>
      )}
      {shown.length > 0 && (
        <FindingList
          label="Findings by severity"
          findings={shown.map((finding) => itemOf(finding, onFix))}
          onShow={({ id }) => {
            const finding = byId.get(id);
            if (finding) onShow(finding);
          }}
        />
      )}
      {more > 0 && !isEmpty && (
        <Notice tone="info">{more} more findings appear when these are settled.</Notice>
      )}
    </Panel>
  );
}

function summary(isEmpty: boolean, audited: AuditedText | undefined): string {
  if (isEmpty) return '';
  if (!audited) return 'Checking …';
  const count = audited.findings.length + audited.omitted;
  if (audited.documents.length === 0) return 'No policy document was found in the text.';
  if (count === 0) return 'Nothing was found that can be found without AWS.';
  return count === 1 ? '1 finding' : `${count} findings`;
}

function itemOf(finding: AuditFinding, onFix: (finding: AuditFinding) => void): FindingItem {
  const { id, rule, severity, message, line, column, source, fix } = finding;
  return {
    id,
    severity: severities[severity],
    message,
    line,
    column,
    source,
    reason: fix && grantWords[fix.grants],
    action: (
      <>
        {fix && (
          <Button size="small" onClick={() => onFix(finding)}>
            {fix.title}
          </Button>
        )}
        <code>{rule}</code>
      </>
    ),
  };
}
