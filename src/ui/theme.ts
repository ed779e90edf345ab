import * as values from 'virtual:theme';

/** What one step of `spacing` comes to, in rem. */
const step = 0.5;

/**
 * What styles take from the design system. MUI makes it while the page is built, from
 * `src/app/theme.ts`: colours are names of CSS variables, so that both schemes share every rule.
 */
export const theme = {
  ...values,
  /** The steps as CSS lengths, for one side or up to four. */
  spacing: (...steps: readonly number[]): string =>
    steps.map((count) => (count === 0 ? '0' : `${count * step}rem`)).join(' '),
  /** The value of `transition` that changes these properties within so many milliseconds. */
  transition: (properties: readonly string[], duration: number): string =>
    properties.map((property) => `${property} ${duration}ms ease-in-out`).join(', '),
} as const;
