import { styled } from '@mui/material/styles';
import { theme } from '@/theme/theme';

const line = `1px solid ${theme.vars.palette.divider}`;

/** The sheet of the record: a card on the screen; in print the whole page, black on white. */
export const RecordSheet = styled('article')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1.5),
  padding: theme.spacing(4),
  backgroundColor: theme.vars.palette.background.paper,
  border: line,
  borderRadius: theme.vars.shape.borderRadius,
  '@media (max-width: 600px)': { padding: theme.spacing(2) },
  '& h2': theme.typography.h1,
  '& h3': {
    ...theme.typography.h2,
    marginBlockStart: theme.spacing(2),
    paddingBlockEnd: theme.spacing(0.5),
    borderBlockEnd: line,
  },
  '& h4': { ...theme.typography.h3, marginBlockStart: theme.spacing(1) },
  '& ul, & ol': { display: 'grid', gap: theme.spacing(0.75), paddingInlineStart: '1.5em' },
  '& li > p': { marginBlockEnd: theme.spacing(0.75) },
  '& table': { inlineSize: '100%', borderCollapse: 'collapse' },
  '& :is(th, td)': {
    padding: theme.spacing(0.75, 1),
    border: line,
    textAlign: 'start',
    verticalAlign: 'top',
  },
  '& th': { fontWeight: 600 },
  '& thead th': { backgroundColor: theme.vars.palette.sunken },
  '& tbody th': { inlineSize: '30%' },
  '& td:empty': { blockSize: '2.25rem' },
  '@media print': {
    display: 'block',
    padding: 0,
    border: 0,
    fontSize: '10pt',
    '&, & *': {
      color: 'black !important',
      backgroundColor: 'transparent !important',
      borderColor: 'gray !important',
    },
    '& > * + *': { marginBlockStart: '0.75em' },
    '& :is(h2, h3, h4)': { breakAfter: 'avoid' },
    '& :is(tr, li)': { breakInside: 'avoid' },
    '& a::after': { content: '" (" attr(href) ")"', fontSize: '0.8em' },
    '& a svg': { display: 'none' },
  },
}));
