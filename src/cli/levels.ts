import type { Severity } from '../iam/lint/rule';

/** The values of --level, the gravest first. */
export const levels: readonly { readonly name: string; readonly severity: Severity }[] = [
  { name: 'error', severity: 'error' },
  { name: 'security-warning', severity: 'securityWarning' },
  { name: 'warning', severity: 'warning' },
  { name: 'suggestion', severity: 'suggestion' },
];
