import { compareSubjects, type CompareOptions } from './compare';
import type { Comparison } from './comparison';

/** Compares two policies, as any JSON values. */
export const comparePolicies = (
  before: unknown,
  after: unknown,
  options?: CompareOptions,
): Comparison => compareSubjects({ documents: [before] }, { documents: [after] }, options);
