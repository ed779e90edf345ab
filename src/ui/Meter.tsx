import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import type { Tone } from '@/theme/tokens';
import { showNumber } from '@/words/counts';

export interface MeterProps {
  /** What is measured, such as "Size of the trust policy". */
  readonly label: string;
  readonly used: number;
  readonly limit: number;
  /** What the limit can be raised to on request, where it can. */
  readonly raisableTo?: number | undefined;
}

const Row = styled('span')<{ tone: Tone }>(({ theme, tone }) => ({
  ...theme.typography.caption,
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.75),
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
  color:
    tone === 'success' ? theme.vars.palette.text.secondary : theme.vars.palette.tone[tone].text,
  fontWeight: tone === 'success' ? 400 : 600,
  '& > .MuiLinearProgress-root': {
    inlineSize: 48,
    color: tone === 'success' ? theme.vars.palette.primary.main : 'currentColor',
  },
}));

function verdict(used: number, limit: number, raisableTo: number | undefined): [Tone, string] {
  if (used <= limit) return [used > limit * 0.9 ? 'warning' : 'success', ''];
  if (raisableTo !== undefined && used <= raisableTo) {
    return ['warning', `over the default; ask for a raise up to ${showNumber(raisableTo)}`];
  }
  return ['error', `${showNumber(used - (raisableTo ?? limit))} too many`];
}

/** How much of a quota is used: a bar with figures, which assistive technology reads as a sentence. */
export function Meter({ label, used, limit, raisableTo }: MeterProps) {
  const [tone, remark] = verdict(used, limit, raisableTo);
  const words = `${showNumber(used)} of ${showNumber(limit)} characters${remark && `, ${remark}`}`;
  return (
    <Row tone={tone} title={`${label}: ${words}`}>
      <LinearProgress
        variant="determinate"
        color="inherit"
        value={Math.min(100, (used / limit) * 100)}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={words}
      />
      <span aria-hidden="true">
        {showNumber(used)} / {showNumber(limit)}
      </span>
      {remark !== '' && <span aria-hidden="true">{remark}</span>}
    </Row>
  );
}
