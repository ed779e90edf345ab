import { styled } from '@mui/material/styles';

const tall = 'and (min-height: 480px)';
const phone = '@media screen and (max-width: 899.95px)';
const stacked = '@media screen and (min-width: 900px) and (max-width: 1199.95px)';
const beside = '@media screen and (min-width: 1200px)';

/** The layout of list of roles, document and results: below each other or side by side. */
export const Frame = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  minBlockSize: 0,
  [`@media screen ${tall}`]: { blockSize: '100%' },
  '& > .panes': {
    padding: theme.spacing(0.75, 1),
    backgroundColor: theme.vars.palette.background.paper,
    borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
    '& .MuiToggleButtonGroup-root': { display: 'flex' },
    '& .MuiToggleButton-root': { flex: 1 },
  },
  '& > .roles, & > .document, & > .answers': { minInlineSize: 0, minBlockSize: 0 },
  '& > .answers': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
  },
  [phone]: {
    gridTemplateRows: 'auto minmax(0, 1fr)',
    '&[data-pane="roles"] > :is(.document, .answers)': { display: 'none' },
    '&[data-pane="document"] > :is(.roles, .answers)': { display: 'none' },
    '&[data-pane="answers"] > :is(.roles, .document)': { display: 'none' },
    '& > .roles, & > .document': { minBlockSize: '24rem' },
  },
  [stacked]: {
    gridTemplateRows: 'minmax(10rem, 2fr) minmax(0, 3fr)',
    '& > :is(.panes, .roles)': { display: 'none' },
    '& > .document': { borderBlockEnd: `1px solid ${theme.vars.palette.divider}` },
    '&[data-tab="compare"], &[data-tab="repair"]': { gridTemplateRows: 'minmax(0, 1fr)' },
    '&[data-tab="compare"] > .document, &[data-tab="repair"] > .document': { display: 'none' },
  },
  [beside]: {
    gridTemplateRows: 'minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    '&[data-many="true"]': { gridTemplateColumns: '280px minmax(0, 1fr) minmax(0, 1fr)' },
    '&[data-many="false"] > .roles, & > .panes': { display: 'none' },
    '& > .roles': { borderInlineEnd: `1px solid ${theme.vars.palette.divider}` },
    '& > .document': { borderInlineEnd: `1px solid ${theme.vars.palette.divider}` },
    // These tabs show documents themselves, side by side.
    '&[data-tab="compare"] > .document, &[data-tab="repair"] > .document': { display: 'none' },
    '&[data-tab="compare"] > .answers, &[data-tab="repair"] > .answers': {
      gridColumn: '2 / -1',
    },
    '&[data-many="false"]:is([data-tab="compare"], [data-tab="repair"]) > .answers': {
      gridColumn: '1 / -1',
    },
  },
}));

/** The row of tabs, with the select for the role if there is no list. */
export const Toolbar = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(1),
  paddingInline: theme.spacing(1),
  backgroundColor: theme.vars.palette.background.paper,
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  '& > .MuiTabs-root': { flex: '1 1 auto', minInlineSize: 0 },
  '& > .role': { display: 'none', flex: '0 1 16rem', minInlineSize: '8rem' },
  [stacked]: { '& > .role': { display: 'block' } },
}));

/** The scrollable content below the tabs. */
export const Answers = styled('div')(({ theme }) => ({
  minBlockSize: 0,
  '& > [role="tabpanel"]': {
    // A container, because the layout of its content depends on its width.
    containerType: 'inline-size',
    boxSizing: 'border-box',
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5),
    [`@media screen ${tall}`]: {
      blockSize: '100%',
      overflowY: 'auto',
      overscrollBehavior: 'contain',
    },
  },
}));
