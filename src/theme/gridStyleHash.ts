/**
 * The hash of the style element that MUI X adds for the CSS variables of its data grid, for the
 * Content-Security-Policy. It depends on the theme; after a change, the test beside this file fails with
 * the new hash.
 *
 * @see https://mui.com/x/react-data-grid/
 */
export const gridStyleHash = 'sha256-nSke2+JGWav7JdSMSKNw4Lb/hO44EfrRRw3jVxm7pUQ=';
