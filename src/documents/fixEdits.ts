import { applyEdits, combineSafeFixes, type Fix } from '../iam/lint/fix';
import type { Finding } from '../iam/lint/rule';
import type { TextRange } from '../syntax/jsonRanges';
import type { TextEdit } from '../syntax/textEdit';
import type { ReadPolicy } from './readPolicies';
import { textEditsOf } from './textFix';

export interface AuditFix {
  readonly title: string;
  /** What the fix does to what the document grants; only `same` is safe to apply unasked. */
  readonly grants: Fix['grants'];
  readonly edits: readonly TextEdit[];
}

/** A key that stands twice would come to light when one of the two goes. */
const canBeEdited = ({ written, ownIssues, isEditable }: ReadPolicy): boolean =>
  isEditable && [...written.issues, ...ownIssues].every(({ code }) => code !== 'duplicate-key');

function below({ at }: ReadPolicy, edits: Fix['edits']): Fix['edits'] {
  return at.length === 0 ? edits : edits.map((edit) => ({ ...edit, at: [...at, ...edit.at] }));
}

/** A document's fix as edits of its text; undefined where they cannot be made. */
export function fixOf(policy: ReadPolicy, { fix }: Finding): AuditFix | undefined {
  if (!fix || !canBeEdited(policy)) return undefined;
  const edits = textEditsOf(policy.written, below(policy, fix.edits));
  return edits && { title: fix.title, grants: fix.grants, edits: policy.toOuter(edits) };
}

/** The fixes of a document that change no grant, together. */
export function safeEditsOf(policy: ReadPolicy, findings: readonly Finding[]): readonly TextEdit[] {
  const fixes = findings.flatMap(({ fix }) => (fix ? [fix] : []));
  const edits = combineSafeFixes(fixes);
  if (policy.encoded && !policy.hasHoles) {
    return [decoding(applyEdits(policy.value, edits), policy.encoded)];
  }
  if (!canBeEdited(policy)) return [];
  return policy.toOuter(textEditsOf(policy.written, below(policy, edits)) ?? []);
}

/** Puts the document in the place of its encoded form. */
export const decoding = (value: unknown, { start, end }: TextRange): TextEdit => ({
  start,
  end,
  text: JSON.stringify(value, null, 2),
});
