/**
 * The hash of the style element in which the table of applications brings its variables: MUI X writes
 * it from the theme, and the Content-Security-Policy has to know it. A change of the theme changes it;
 * the test beside this file tells the new one.
 *
 * @see https://mui.com/x/react-data-grid/
 */
export const gridStyleHash = 'sha256-vwo8M8tDXeILJiqAQRP+fKvewooQzUFOA41rT4HLf1w=';
