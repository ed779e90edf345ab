import { applyEdits } from '../syntax/textEdit';
import { examineText, type AuditedInput } from './examineText';
import { safeEditsOf } from './fixEdits';

/** A fix may bring to light what the next round mends; what takes longer is left for another press. */
const maxRounds = 6;

/** The text with every repair of its JSON, and every fix that changes nothing of what it grants. */
export function fixSafely(input: AuditedInput): string {
  const steps = fixSafelySteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `fixSafely` with pauses, for whoever has to answer in between. */
export function* fixSafelySteps({ text, ...input }: AuditedInput): Generator<void, string> {
  let fixed = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const { content, policies } = yield* examineText({ ...input, text: fixed });
    // Fixes are worked out on JSON alone: a broken text leaves open where one value ends.
    const edits =
      content.repairs.length > 0
        ? content.repairs
        : policies.flatMap(({ policy, findings }) => safeEditsOf(policy, findings));
    const next = applyEdits(fixed, edits);
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}
