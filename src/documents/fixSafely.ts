import { applyEdits } from '../syntax/textEdit';
import { readScope } from './auditScope';
import { examinePolicy } from './examineText';
import { safeEditsOf } from './fixEdits';
import type { ReadInput } from './roles';

/** A fix may bring to light what the next round mends; what takes longer is left for another press. */
const maxRounds = 6;

/** The text with every repair of its JSON, and every fix that changes nothing of what it grants. */
export function fixSafely(input: ReadInput): string {
  const steps = fixSafelySteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `fixSafely` with pauses, for whoever has to answer in between. */
export function* fixSafelySteps({ text, ...input }: ReadInput): Generator<void, string> {
  let fixed = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const { texts, policies } = yield* readScope([{ ...input, text: fixed }], { roles: [] });
    // Fixes are worked out on JSON alone: a broken text leaves open where one value ends.
    const edits = [...(texts[0]?.repairs ?? [])];
    if (edits.length === 0) {
      for (const { policy, text: index, chosenKind } of policies) {
        const { findings } = yield* examinePolicy(policy, index, chosenKind);
        edits.push(...safeEditsOf(policy, findings));
      }
    }
    const next = applyEdits(fixed, edits);
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}
