import { useId } from 'react';
import { styled } from '@mui/material/styles';
import type { Tone } from '@/theme/tokens';

export interface MeterProps {
  /** What is measured, such as "Trust policy". */
  readonly label: string;
  readonly used: number;
  readonly limit: number;
  /** What the limit can be raised to on request, where it can. */
  readonly raisableTo?: number | undefined;
  /** Plural noun of the figures; "characters" when absent. */
  readonly unit?: string | undefined;
}

const Row = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  columnGap: theme.spacing(1.5),
  '& > span:last-of-type': {
    color: theme.vars.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
}));

// Drawn with SVG attributes: a style attribute in prerendered markup would break a strict style-src.
const Bar = styled('svg')<{ tone: Tone }>(({ theme, tone }) => ({
  display: 'block',
  inlineSize: '100%',
  blockSize: '0.5rem',
  marginBlockStart: theme.spacing(0.5),
  borderRadius: '0.25rem',
  border: `1px solid ${theme.vars.palette.control.border}`,
  '& > .track': { fill: theme.vars.palette.sunken },
  '& > .used': {
    fill:
      tone === 'success' ? theme.vars.palette.primary.main : theme.vars.palette.tone[tone].border,
  },
  '& > .limit': { fill: theme.vars.palette.text.primary },
  '@media (forced-colors: active)': {
    '& > .track': { fill: 'Canvas' },
    '& > .used': { fill: 'Highlight' },
    '& > .limit': { fill: 'CanvasText' },
  },
}));

const number = new Intl.NumberFormat('en-US');

function verdict(used: number, limit: number, raisableTo: number | undefined): [Tone, string] {
  if (used <= limit) return [used > limit * 0.9 ? 'warning' : 'success', ''];
  if (raisableTo !== undefined && used <= raisableTo) {
    return ['warning', `over the default; ask for a raise up to ${number.format(raisableTo)}`];
  }
  return ['error', `${number.format(used - (raisableTo ?? limit))} too many`];
}

/** How much of a quota is used, as a bar and in words. */
export function Meter({ label, used, limit, raisableTo, unit = 'characters' }: MeterProps) {
  const id = useId();
  const [tone, remark] = verdict(used, limit, raisableTo);
  const scale = Math.max(limit, used > limit ? (raisableTo ?? limit) : limit);
  const words = `${number.format(used)} of ${number.format(limit)} ${unit}${remark && `, ${remark}`}`;
  return (
    <div>
      <Row>
        <span id={id}>{label}</span>
        <span>{words}</span>
      </Row>
      <Bar
        tone={tone}
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={scale}
        aria-valuenow={Math.min(used, scale)}
        aria-valuetext={words}
      >
        <rect className="track" width="100%" height="100%" />
        <rect className="used" width={`${Math.min(100, (used / scale) * 100)}%`} height="100%" />
        {scale > limit && (
          <rect className="limit" x={`${(limit / scale) * 100}%`} width="2" height="100%" />
        )}
      </Bar>
    </div>
  );
}
