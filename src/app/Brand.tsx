import { styled } from '@mui/material/styles';

const Name = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(1),
  minInlineSize: 0,
  '& h1': { ...theme.typography.h1, whiteSpace: 'nowrap' },
  '& svg': { inlineSize: '1.5rem', blockSize: '1.5rem', flex: 'none' },
  '& rect': { fill: theme.vars.palette.primary.main },
  '& path': {
    fill: 'none',
    stroke: theme.vars.palette.primary.contrastText,
    strokeWidth: 2.2,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
  // The rest of the name is hidden if there is no room for it.
  '@media (min-width: 900px) and (max-width: 1299.95px), (max-width: 480px)': {
    '& .rest': { display: 'none' },
  },
  '@media (forced-colors: active)': {
    '& rect': { fill: 'Canvas', stroke: 'CanvasText' },
    '& path': { stroke: 'CanvasText' },
  },
}));

/** The logo and the name of the page. */
export function Brand() {
  return (
    <Name>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M16 5.5l8.5 3.2v6.6c0 5.3-3.6 9.2-8.5 11.2-4.9-2-8.5-5.9-8.5-11.2V8.7z" />
        <path d="M12.6 15.9l2.6 2.6 4.6-5" />
      </svg>
      <h1>
        Policy Builder<span className="rest"> for Amazon Q Business</span>
      </h1>
    </Name>
  );
}
