import type { ActionCatalogue } from '../actionCatalogue';
import { recogniseKind, type DocumentKind } from '../documentKind';
import { parsePolicy } from '../parse';
import { rules } from './index';
import type { Finding, LintSubject } from './rule';

export interface LintOptions {
  /** What the document is; recognised if left out. */
  readonly kind?: DocumentKind;
  readonly catalogue?: ActionCatalogue;
}

/** The findings of every rule on one policy, in the order of the rules. Takes any JSON value. */
export function lintPolicy(
  value: unknown,
  { kind, catalogue }: LintOptions = {},
): readonly Finding[] {
  const { document, issues } = parsePolicy(value);
  const subject: LintSubject = {
    value,
    document,
    issues,
    kind: kind ?? recogniseKind(document),
    ...(catalogue && { catalogue }),
  };
  return rules
    .filter((rule) => rule.kinds?.includes(subject.kind) ?? true)
    .flatMap((rule) => [...rule.check(subject)]);
}
