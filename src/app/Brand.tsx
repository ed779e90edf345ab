import { styled } from '@mui/material/styles';

const Name = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  alignItems: 'center',
  columnGap: theme.spacing(1.5),
  flex: '1 1 18rem',
  minInlineSize: 0,
  '& h1': { ...theme.typography.h1, textWrap: 'balance' },
  '& p': { ...theme.typography.body2, color: theme.vars.palette.text.secondary },
  '& svg': { inlineSize: '2.25rem', blockSize: '2.25rem' },
  '& rect': { fill: theme.vars.palette.primary.main },
  '& path': {
    fill: 'none',
    stroke: theme.vars.palette.primary.contrastText,
    strokeWidth: 2.2,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
  '@media (max-width: 1100px)': {
    '& h1': { fontSize: '1.125rem' },
    '& p': { display: 'none' },
  },
  '@media (max-width: 600px)': {
    columnGap: theme.spacing(1),
    '& h1': { fontSize: '1.0625rem' },
    '& svg': { inlineSize: '1.75rem', blockSize: '1.75rem' },
  },
  '@media (forced-colors: active)': {
    '& rect': { fill: 'Canvas', stroke: 'CanvasText' },
    '& path': { stroke: 'CanvasText' },
  },
}));

/** The sign of the page and its name; narrow screens leave out what it is for. */
export function Brand() {
  return (
    <Name>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M16 5.5l8.5 3.2v6.6c0 5.3-3.6 9.2-8.5 11.2-4.9-2-8.5-5.9-8.5-11.2V8.7z" />
        <path d="M12.6 15.9l2.6 2.6 4.6-5" />
      </svg>
      <div>
        <h1>Policy Builder for Amazon Q Business</h1>
        <p>IAM policies for anonymous access. Nothing leaves this browser.</p>
      </div>
    </Name>
  );
}
