import { styled } from '@mui/material/styles';
import type { Severity } from '@/iam/lint/rule';
import type { SeverityCounts } from '@/state/check/roleReports';
import type { Tone } from '@/theme/tokens';
import { Icon } from '@/ui/Icon';
import { toneIcon } from '@/ui/tone';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

const Row = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'inline-flex',
  gap: theme.spacing(1),
  color: theme.vars.palette.text.secondary,
}));

const Count = styled('span')<{ tone: Tone }>(({ theme, tone }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 3,
  fontVariantNumeric: 'tabular-nums',
  color: theme.vars.palette.tone[tone].text,
  '@media (forced-colors: active)': { color: 'inherit' },
}));

/** Gravest first. */
const shown: readonly (readonly [Severity, Tone, string])[] = [
  ['error', 'error', 'errors'],
  ['securityWarning', 'security', 'security warnings'],
  ['warning', 'warning', 'warnings'],
  ['suggestion', 'info', 'suggestions'],
];

/** The number of findings of each severity that occurs. */
export function SeverityCountsView({ counts }: { readonly counts: SeverityCounts }) {
  const present = shown.filter(([severity]) => counts[severity] > 0);
  return (
    <Row>
      {present.length === 0 && 'No findings'}
      {present.map(([severity, tone, words]) => (
        <Count key={severity} tone={tone}>
          <Icon name={toneIcon[tone]} size="0.8125rem" />
          {counts[severity]}
          <VisuallyHidden> {words}</VisuallyHidden>
        </Count>
      ))}
    </Row>
  );
}
