import { applyEdits, combineSafeFixes, type Fix } from '../iam/lint/fix';
import type { Finding } from '../iam/lint/rule';
import { escapeUnseen, showInLine } from '../iam/unseenCharacters';
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

/** Not with duplicate keys: removing one of them would bring the other into effect. */
const canBeEdited = ({ written, ownIssues, isEditable }: ReadPolicy): boolean =>
  isEditable && [...written.issues, ...ownIssues].every(({ code }) => code !== 'duplicate-key');

function below({ at }: ReadPolicy, edits: Fix['edits']): Fix['edits'] {
  return at.length === 0 ? edits : edits.map((edit) => ({ ...edit, at: [...at, ...edit.at] }));
}

/** The edits of the text that make a fix; undefined if they cannot be made. */
export function fixOf(policy: ReadPolicy, { fix }: Finding): AuditFix | undefined {
  if (!fix || !canBeEdited(policy)) return undefined;
  const edits = textEditsOf(policy.written, below(policy, fix.edits));
  return (
    edits && { title: showInLine(fix.title), grants: fix.grants, edits: policy.toOuter(edits) }
  );
}

/** The edits of all fixes of a document that change no grant. */
export function safeEditsOf(policy: ReadPolicy, findings: readonly Finding[]): readonly TextEdit[] {
  const fixes = findings.flatMap(({ fix }) => (fix ? [fix] : []));
  const edits = combineSafeFixes(fixes);
  if (policy.encoded && !policy.hasHoles) {
    return [decodeEdit(applyEdits(policy.value, edits), policy.encoded)];
  }
  if (!canBeEdited(policy)) return [];
  return policy.toOuter(textEditsOf(policy.written, below(policy, edits)) ?? []);
}

/** The edit that replaces an encoded document by its JSON. */
export const decodeEdit = (value: unknown, { start, end }: TextRange): TextEdit => ({
  start,
  end,
  text: escapeUnseen(JSON.stringify(value, null, 2)),
});
