import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';

/** Controls that are pressed with a finger. */
const coarse = '@media (pointer: coarse)';

/** How MUI's components look here: dense, outlined, without ripples and shadows. */
export const components: Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      html: { scrollPaddingBlock: '4rem', WebkitTextSizeAdjust: '100%', textSizeAdjust: '100%' },
      // Long words break only where they would not fit otherwise.
      body: { overflowWrap: 'break-word' },
      // A browser paints what has arrived, and a row of buttons of which half is there moves when the rest
      // comes: the page is shown once the element behind it in index.html is there.
      '#root:not(:has(+ template))': { visibility: 'hidden' },
      noscript: {
        ...theme.typography.body1,
        display: 'block',
        padding: theme.spacing(1.5, 3),
        color: theme.vars.palette.tone.warning.text,
        backgroundColor: theme.vars.palette.tone.warning.surface,
      },
      'button, input, select, textarea': { fontFamily: 'inherit' },
      'code, kbd, pre, samp': { fontFamily: theme.typography.monospace, fontSize: '0.95em' },
      a: { color: theme.vars.palette.primary.main, textUnderlineOffset: '0.15em' },
      'h1, h2, h3, h4, p, ul, ol, dl, dd, figure': { margin: 0 },
      ':focus-visible': {
        outline: `2px solid ${theme.vars.palette.control.focus}`,
        outlineOffset: '2px',
      },
      '::selection': { backgroundColor: theme.vars.palette.code.selection },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          animationIterationCount: '1 !important',
          // `none`, not a short duration, which would turn every style change into a transition.
          transition: 'none !important',
          scrollBehavior: 'auto !important',
        },
      },
      '@media print': { 'html, body, #root > div': { backgroundColor: 'white' } },
      '@media (forced-colors: active)': { ':focus-visible': { outlineColor: 'Highlight' } },
    }),
  },
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit', size: 'small' },
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 32,
        paddingInline: theme.spacing(1.5),
        [coarse]: { minHeight: 44 },
        variants: [
          {
            props: { variant: 'contained' },
            style: {
              '@media (forced-colors: active)': {
                border: '1px solid ButtonText',
                '&&': { color: 'ButtonText', backgroundColor: 'ButtonFace' },
                '&&.Mui-disabled': { color: 'GrayText' },
              },
            },
          },
          { props: { size: 'medium' }, style: { minHeight: 36 } },
          {
            props: { variant: 'outlined', color: 'inherit' },
            style: { borderColor: theme.vars.palette.control.border },
          },
          {
            props: { variant: 'outlined', color: 'error' },
            style: { borderColor: theme.vars.palette.tone.error.border },
          },
        ],
      }),
    },
  },
  MuiIconButton: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      root: {
        borderRadius: 6,
        minWidth: 32,
        minHeight: 32,
        [coarse]: { minWidth: 44, minHeight: 44 },
      },
    },
  },
  MuiFormControl: { defaultProps: { fullWidth: true, size: 'small' } },
  MuiFormLabel: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.body2,
        fontWeight: 600,
        color: theme.vars.palette.text.primary,
        marginBlockEnd: theme.spacing(0.5),
        '&.Mui-focused, &.Mui-error': { color: theme.vars.palette.text.primary },
      }),
    },
  },
  MuiFormControlLabel: {
    styleOverrides: {
      root: ({ theme }) => ({ marginInlineStart: theme.spacing(-0.75), alignItems: 'flex-start' }),
      label: ({ theme }) => ({ ...theme.typography.body2, paddingBlock: '0.4375rem' }),
    },
  },
  MuiInputBase: { defaultProps: { disableInjectingGlobalStyles: true } },
  MuiOutlinedInput: {
    defaultProps: { notched: false, size: 'small' },
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: theme.vars.palette.background.paper,
        minHeight: 36,
        fontSize: '0.8125rem',
        padding: 0,
        '& .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.control.border,
        },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.control.focus,
        },
        '&.Mui-error': { boxShadow: `inset 3px 0 0 ${theme.vars.palette.tone.error.border}` },
        '&[data-warning="true"]': {
          boxShadow: `inset 3px 0 0 ${theme.vars.palette.tone.warning.border}`,
          '& .MuiOutlinedInput-notchedOutline': {
            borderColor: theme.vars.palette.tone.warning.border,
          },
        },
        '& :focus-visible': { outline: 'none' },
        // iOS zooms into a field whose text is below 16 px.
        [coarse]: { minHeight: 44, fontSize: '1rem' },
      }),
      input: { padding: '7px 10px', height: 'auto' },
      // The label stands above the field, never in its border.
      notchedOutline: { top: 0, '& legend': { display: 'none' } },
    },
  },
  MuiAutocomplete: {
    styleOverrides: {
      root: {
        // The same padding as in other fields, with room for the arrow, which scales with the text.
        '&&& .MuiAutocomplete-inputRoot': { padding: '0 calc(1.5rem + 4px) 0 0' },
        '&&& .MuiAutocomplete-inputRoot .MuiAutocomplete-input': { padding: '7px 0 7px 10px' },
        '&& .MuiAutocomplete-endAdornment': { right: 0 },
        '&& .MuiAutocomplete-popupIndicator': { minWidth: 28, marginInlineEnd: 0 },
      },
    },
  },
  MuiNativeSelect: {
    styleOverrides: {
      icon: { fill: 'none', fontSize: '1rem', top: 'calc(50% - 0.5rem)', right: 8 },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.caption,
        marginInline: 0,
        marginBlockStart: theme.spacing(0.5),
        color: theme.vars.palette.text.secondary,
      }),
    },
  },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
  MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
  MuiToggleButtonGroup: { defaultProps: { size: 'small' } },
  MuiToggleButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.button,
        minHeight: 32,
        padding: theme.spacing(0.25, 1.25),
        gap: theme.spacing(0.75),
        color: theme.vars.palette.text.secondary,
        borderColor: theme.vars.palette.control.border,
        '&.Mui-selected': {
          color: theme.vars.palette.primary.main,
          backgroundColor: theme.vars.palette.control.selectedSurface,
          '&:hover': { backgroundColor: theme.vars.palette.control.selectedSurface },
        },
        [coarse]: { minHeight: 44 },
      }),
    },
  },
  MuiTabs: {
    defaultProps: {
      selectionFollowsFocus: true,
      variant: 'scrollable',
      scrollButtons: 'auto',
      allowScrollButtonsMobile: true,
    },
    styleOverrides: {
      root: { minHeight: 44 },
      scrollButtons: { width: 28 },
      indicator: {
        height: 2,
        '@media (forced-colors: active)': {
          forcedColorAdjust: 'none',
          backgroundColor: 'Highlight',
        },
      },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.button,
        minHeight: 44,
        minWidth: 0,
        padding: theme.spacing(0, 1.25),
      }),
    },
  },
  MuiChip: {
    defaultProps: { size: 'small', variant: 'outlined' },
    styleOverrides: {
      root: ({ theme }) => ({ ...theme.typography.caption, fontWeight: 600 }),
      // As much room before the icon as after the label.
      icon: { fontSize: '0.875rem', marginLeft: 6, marginRight: -3 },
    },
  },
  MuiAlert: {
    defaultProps: { variant: 'outlined', slotProps: { root: { role: undefined } } },
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.body2,
        padding: theme.spacing(0.5, 1.5),
        color: theme.vars.palette.text.primary,
        borderInlineStartWidth: 4,
        variants: (['info', 'success', 'warning', 'error'] as const).map((severity) => ({
          props: { severity },
          style: {
            backgroundColor: theme.vars.palette.tone[severity].surface,
            borderColor: theme.vars.palette.tone[severity].border,
          },
        })),
      }),
      icon: { fontSize: '1rem', marginInlineEnd: 10, opacity: 1 },
      message: { minWidth: 0, flex: 1 },
    },
  },
  MuiAlertTitle: {
    styleOverrides: {
      root: ({ theme }) => ({ ...theme.typography.body2, fontWeight: 600, margin: 0 }),
    },
  },
  MuiPaper: { defaultProps: { elevation: 0 } },
  MuiCard: { defaultProps: { variant: 'outlined' } },
  MuiAppBar: {
    defaultProps: { elevation: 0, color: 'inherit', position: 'static' },
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: theme.vars.palette.background.paper,
        borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
      }),
    },
  },
  MuiToolbar: {
    defaultProps: { variant: 'dense', disableGutters: true },
    styleOverrides: { dense: { minHeight: 44 } },
  },
  MuiAccordion: {
    defaultProps: { disableGutters: true, square: true, elevation: 0 },
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: 'transparent',
        borderBlockStart: `1px solid ${theme.vars.palette.divider}`,
        '&::before': { display: 'none' },
      }),
    },
  },
  MuiAccordionSummary: {
    styleOverrides: {
      root: { minHeight: 40, padding: 0, [coarse]: { minHeight: 44 } },
      content: ({ theme }) => ({
        margin: theme.spacing(1, 0),
        minWidth: 0,
        gap: theme.spacing(1),
        alignItems: 'baseline',
      }),
    },
  },
  MuiAccordionDetails: {
    styleOverrides: { root: ({ theme }) => ({ padding: theme.spacing(0.5, 0, 2) }) },
  },
  MuiLink: { defaultProps: { underline: 'always' } },
  MuiDialog: { defaultProps: { fullWidth: true, disableScrollLock: true } },
  MuiDialogTitle: {
    styleOverrides: {
      root: ({ theme }) => ({ ...theme.typography.h1, padding: theme.spacing(1.5, 2) }),
    },
  },
  MuiDialogContent: {
    styleOverrides: {
      root: ({ theme }) => ({ ...theme.typography.body2, padding: theme.spacing(2) }),
    },
  },
  MuiDialogActions: {
    styleOverrides: { root: ({ theme }) => ({ padding: theme.spacing(1.5, 2) }) },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.body2,
        minHeight: 36,
        gap: theme.spacing(1),
        [coarse]: { minHeight: 44 },
      }),
    },
  },
  MuiPopover: {
    styleOverrides: {
      paper: ({ theme }) => ({ border: `1px solid ${theme.vars.palette.control.border}` }),
    },
  },
  MuiTooltip: { defaultProps: { arrow: true } },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({ ...theme.typography.body2, padding: theme.spacing(0.75, 1.5) }),
      head: { fontWeight: 600, whiteSpace: 'nowrap' },
    },
  },
  MuiBottomNavigation: {
    styleOverrides: {
      root: ({ theme }) => ({
        height: '3.5rem',
        borderBlockStart: `1px solid ${theme.vars.palette.divider}`,
      }),
    },
  },
  MuiLinearProgress: {
    styleOverrides: { root: { height: 4, borderRadius: 2 } },
  },
};
