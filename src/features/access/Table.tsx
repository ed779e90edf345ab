import { styled } from '@mui/material/styles';

/** Dense rows under a head that stays. */
export const Table = styled('table')(({ theme }) => ({
  ...theme.typography.body2,
  inlineSize: '100%',
  borderCollapse: 'collapse',
  backgroundColor: theme.vars.palette.background.paper,
  '& th, & td': {
    padding: theme.spacing(0.5, 1.25),
    textAlign: 'start',
    verticalAlign: 'baseline',
    borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  },
  '& thead th': {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    backgroundColor: theme.vars.palette.sunken,
    fontWeight: 600,
  },
  '& tbody th': { fontWeight: 400 },
  '& tbody tr:last-child > *': { borderBlockEnd: 0 },
  // What a button says begins where other words do.
  '& td > button': { marginInlineStart: theme.spacing(-1), marginBlock: theme.spacing(-0.25) },
}));
