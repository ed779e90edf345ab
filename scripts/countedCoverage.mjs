// @ts-check
import v8 from '@vitest/coverage-v8';

/**
 * V8's coverage, taken only in projects whose `env` says so: counting makes their tests slower by a
 * quarter, and those of the page or with thousands of drawn inputs say nothing about what is covered.
 */
const isCounted = () => process.env['COVERAGE_IS_COUNTED'] === '1';

/** @type {typeof v8} */
export default {
  ...v8,
  startCoverage: async (options) => {
    if (isCounted()) await v8.startCoverage?.(options);
  },
  takeCoverage: (options) => (isCounted() ? v8.takeCoverage?.(options) : undefined),
  stopCoverage: async (options) => {
    if (isCounted()) await v8.stopCoverage?.(options);
  },
};
