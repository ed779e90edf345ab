import { parsePolicy } from '../../iam/parse';
import { recogniseKind } from '../../iam/documentKind';
import { productRules } from './index';
import type { ExpectedApplication } from './productRule';

/** What the rules find in a document, each with its place: `QBUSINESS_OTHER_ACCOUNT at Statement.0.Resource`. */
export function codesOf(value: unknown, expected: ExpectedApplication = { saidBy: 'the form' }) {
  const { document } = parsePolicy(value);
  const kind = recogniseKind(document);
  return productRules
    .filter(({ kinds }) => kinds?.includes(kind) ?? true)
    .flatMap(({ check }) => [...check({ kind, value, document, expected })])
    .map(({ rule, at }) => `${rule} at ${at.join('.')}`);
}
