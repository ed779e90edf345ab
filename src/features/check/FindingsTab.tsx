import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { scopeWords, type AuditCounts } from '@/documents/auditScope';
import type { RoleFinding, RoleReport } from '@/state/check/roleReports';
import { Button } from '@/ui/Button';
import { FindingCard } from '@/ui/FindingCard';
import { severities, severityWords, type FindingItem, type FindingSeverity } from '@/ui/findings';
import { LiveRegion } from '@/ui/LiveRegion';
import { Notice } from '@/ui/Notice';
import { ToggleGroup } from '@/ui/ToggleGroup';
import { counted } from '@/words/counts';

const severityOf: Readonly<Record<RoleFinding['severity'], FindingSeverity>> = {
  error: 'error',
  securityWarning: 'security-warning',
  warning: 'warning',
  suggestion: 'suggestion',
};

const grantWords = {
  same: undefined,
  less: { identity: 'Grants less', trust: 'Fewer can assume the role' },
  more: { identity: 'Grants more', trust: 'More can assume the role' },
  changed: { identity: 'Changes what the role can do', trust: 'Changes who can assume the role' },
} as const;

/** Findings that are shown at once; more would make the page slow. */
const pageSize = 40;

const Panel = styled('section')(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1.5),
  '& > .MuiToggleButtonGroup-root': { flexWrap: 'wrap', minInlineSize: 0 },
  '& .MuiToggleButton-root': { minInlineSize: 0 },
}));

/** With an explicit role, because Safari drops the role of lists without markers. */
const List = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  padding: 0,
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
  overflow: 'clip',
}));

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(0.5, 1.5),
  minBlockSize: 32,
  '& > [role="status"]': { ...theme.typography.h3, flex: '1 1 auto' },
  '& > p': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
}));

const Quiet = styled('p')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.text.secondary,
}));

interface FindingsTabProps {
  readonly report: RoleReport | undefined;
  /** Whether a newer text is being checked; shown if that takes longer. */
  readonly isOutdated: boolean;
  /** Whether fixes can be applied: only to the text that was checked. */
  readonly canFix: boolean;
  readonly counts: AuditCounts | undefined;
  readonly isEveryRoleShown: boolean;
  readonly onEveryRole: (isShown: boolean) => void;
  /** How many findings the safe fixes resolve. */
  readonly safeFixes: number;
  /** The name of a finding's text, if there are several. */
  readonly nameOfText: ((index: number) => string) | undefined;
  readonly onShow: (finding: RoleFinding) => void;
  readonly onFix: (finding: RoleFinding) => void;
  readonly onFixAll: () => void;
}

/** The findings of the shown role. */
export function FindingsTab(props: FindingsTabProps) {
  const { report, counts, isEveryRoleShown, safeFixes, canFix, onShow } = props;
  const panel = useRef<HTMLElement>(null);
  const [filter, setFilter] = useState<FindingSeverity | 'all'>('all');
  const [most, setMost] = useState(pageSize);
  const list = useFocusOnNext(most);
  // The pressed button goes with its finding.
  const keepFocus = () => panel.current?.focus({ preventScroll: true });
  const onFix = (finding: RoleFinding) => {
    keepFocus();
    props.onFix(finding);
  };
  const findings = report?.findingList ?? [];
  const present = severities.filter((severity) =>
    findings.some((finding) => severityOf[finding.severity] === severity),
  );
  // There may be no finding of the chosen severity any more.
  const chosen = filter !== 'all' && present.includes(filter) ? filter : 'all';
  const ordered = present
    .filter((severity) => chosen === 'all' || severity === chosen)
    .flatMap((severity) => findings.filter((one) => severityOf[one.severity] === severity));
  const shown = ordered.slice(0, most);
  const scope = counts && scopeWords(counts);
  const kindOf = ({ text, document }: RoleFinding) =>
    report?.documentList.find((one) => one.text === text && one.position === document)?.kind ===
    'trust'
      ? 'trust'
      : 'identity';
  return (
    <Panel ref={panel} aria-label="Findings" tabIndex={-1}>
      <Head>
        <LiveRegion>{props.isOutdated ? 'Checking …' : summaryOf(report)}</LiveRegion>
        {safeFixes > 0 && (
          <Button
            look="primary"
            icon="check"
            disabled={!canFix}
            onClick={() => {
              keepFocus();
              props.onFixAll();
            }}
          >
            Apply safe fixes ({safeFixes})
          </Button>
        )}
        {safeFixes === 0 && findings.length > 0 && <p>Remaining findings need your decision</p>}
      </Head>
      {(scope !== undefined || isEveryRoleShown) && (
        <Head>
          <p>{scope ?? 'Every role is shown'}</p>
          <Button look="quiet" onClick={() => props.onEveryRole(!isEveryRoleShown)}>
            {isEveryRoleShown ? 'Only those that concern Amazon Q Business' : 'Show every role'}
          </Button>
        </Head>
      )}
      {present.length > 1 && (
        <ToggleGroup
          label="Findings by severity"
          options={(['all', ...present] as const).map((value) => ({
            value,
            label:
              value === 'all'
                ? `All ${findings.length}`
                : `${severityWords[value].many} ${findings.filter((one) => severityOf[one.severity] === value).length}`,
          }))}
          value={chosen}
          onChange={setFilter}
        />
      )}
      {shown.length > 0 && (
        <List ref={list} role="list">
          {shown.map((finding) => (
            <FindingCard
              key={`${finding.text} ${finding.id}`}
              finding={itemOf(
                finding,
                kindOf(finding),
                props.nameOfText?.(finding.text),
                <FindingAction finding={finding} canFix={canFix} onFix={onFix} />,
              )}
              onShow={() => onShow(finding)}
            />
          ))}
        </List>
      )}
      {ordered.length > shown.length && (
        <div>
          <Button onClick={() => setMost(most + pageSize)}>
            Show {Math.min(pageSize, ordered.length - shown.length)} more
          </Button>
        </div>
      )}
      {report !== undefined && report.omitted > 0 && (
        <Notice tone="info">
          {counted(report.omitted, 'more finding')} {report.omitted === 1 ? 'appears' : 'appear'}{' '}
          when these are settled.
        </Notice>
      )}
      {report !== undefined && report.documents > 0 && <Quiet>{notChecked}</Quiet>}
    </Panel>
  );
}

/** For a list with more entries than before: the first new one takes the focus from the pressed button. */
function useFocusOnNext(most: number) {
  const list = useRef<HTMLUListElement>(null);
  const former = useRef(most);
  useEffect(() => {
    if (most === former.current) return;
    list.current?.children[former.current]?.querySelector('button')?.focus();
    former.current = most;
  }, [most]);
  return list;
}

type FindingActionProps = Pick<FindingsTabProps, 'canFix' | 'onFix'> & { finding: RoleFinding };

function FindingAction({ finding, canFix, onFix }: FindingActionProps) {
  const { fix, rule } = finding;
  return (
    <>
      {fix && (
        <Button disabled={!canFix} onClick={() => onFix(finding)}>
          {fix.title}
        </Button>
      )}
      <code>{rule}</code>
    </>
  );
}

const notChecked =
  'Not checked: service control policies, session policies, and whether the accounts, roles and resources that are named exist.';

function summaryOf(report: RoleReport | undefined): string {
  if (!report) return '';
  const { length } = report.findingList;
  if (length === 0 && report.documents === 0) return 'No policy document found';
  if (length === 0) return 'No problems found by the offline checks';
  return counted(length + report.omitted, 'finding');
}

function itemOf(
  finding: RoleFinding,
  kind: 'identity' | 'trust',
  file: string | undefined,
  action: ReactNode,
): FindingItem {
  const { id, severity, message, line, column, source, fix } = finding;
  return {
    id,
    severity: severityOf[severity],
    message,
    file,
    line,
    column,
    source,
    reason: fix && grantWords[fix.grants]?.[kind],
    action,
  };
}
