import { runToEnd } from '../iam/runToEnd';
import { applyEdits } from '../syntax/textEdit';
import { readScope } from './auditScope';
import { examinePolicy } from './examineText';
import { safeEditsOf } from './fixEdits';
import type { ReadInput } from './readRoles';

/** A fix can make another one possible, so fixing is repeated, up to this number of rounds. */
const maxRounds = 6;

/** The text with every repair of its JSON, and every fix that does not change what is granted. */
export function fixSafely(input: ReadInput): string {
  return runToEnd(fixSafelySteps(input));
}

/** As {@link fixSafely}, one step at a time, so that the caller can do other work in between. */
export function* fixSafelySteps({ text, ...input }: ReadInput): Generator<void, string> {
  let fixed = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const { texts, policies } = yield* readScope([{ ...input, text: fixed }], { roles: [] });
    // Fixes need valid JSON: in a broken text it is uncertain where a value ends.
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
