import { styled } from '@mui/material/styles';

const Picture = styled('svg')(({ theme }) => ({
  inlineSize: '13.75rem',
  '& rect': {
    fill: theme.vars.palette.background.paper,
    stroke: theme.vars.palette.control.border,
  },
  '& path': { fill: 'none', stroke: theme.vars.palette.primary.main, strokeWidth: 1.5 },
  '& text': {
    fill: theme.vars.palette.text.secondary,
    fontSize: '0.625rem',
    fontFamily: theme.typography.fontFamily,
    textAnchor: 'middle',
  },
  '@media (forced-colors: active)': {
    '& rect': { fill: 'Canvas', stroke: 'CanvasText' },
    '& path': { stroke: 'CanvasText' },
    '& text': { fill: 'CanvasText' },
  },
}));

const stationWidth = 60;
const step = 80;

/** Who talks to whom, from left to right. */
export function AccessPicture({ stations }: { stations: readonly [string, string, string] }) {
  return (
    <Picture viewBox="0 0 220 24" width="220" height="24">
      {stations.map((station, index) => (
        <g key={station}>
          <rect x={index * step + 0.5} y="0.5" width={stationWidth - 1} height="23" rx="4" />
          <text x={index * step + stationWidth / 2} y="15.5">
            {station}
          </text>
          {index > 0 && <path d={`M${index * step - 17} 12h13m-4-4 4 4-4 4`} />}
        </g>
      ))}
    </Picture>
  );
}
