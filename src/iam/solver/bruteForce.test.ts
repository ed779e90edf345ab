import { describe, expect, it } from 'vitest';
import { evaluateIdentityPolicies, type Decision } from '../evaluate';
import { parsePolicy, type AnyPolicyDocument } from '../parse';
import { Solver, type Answer } from './decide';
import {
  actions,
  contextsOf,
  drawDocument,
  drawKeys,
  drawThree,
  resources,
  type Keys,
} from './documents.arbitrary';
import { Dice } from '../seededRandom.testing';

/** A million in the deep run. */
const pairs = Number(
  process.env['SOLVER_PAIRS'] ?? (process.env['DEEP'] === '1' ? 1_000_000 : 20_000),
);

interface Trial {
  readonly action: string;
  readonly resource: string;
  readonly context: { readonly keys: Keys; readonly otherKeys: 'absent' };
}

const decisionOf = (document: AnyPolicyDocument, trial: Trial): Decision =>
  evaluateIdentityPolicies([document], trial).decision;

describe('the solver agrees with trying every request', () => {
  it(`on ${pairs} pairs of documents`, { timeout: pairs * 100 }, () => {
    const dice = new Dice(pairs);
    const seen: Record<Answer['answer'], number> = { no: 0, yes: 0, notDecided: 0 };
    for (let i = 0; i < pairs / 2; i += 1) {
      const kinds = drawKeys(dice);
      const values = [drawDocument(dice, kinds), drawDocument(dice, kinds)];
      const trials = drawThree(dice, actions).flatMap((action) =>
        drawThree(dice, resources).flatMap((resource) =>
          contextsOf(kinds).map((keys): Trial => {
            return { action, resource, context: { keys, otherKeys: 'absent' } };
          }),
        ),
      );
      const solver = new Solver();
      const sides = values.map((value) => {
        const { document } = parsePolicy(value);
        // Tried only where the solver says no, and once for both directions.
        const decided: (Decision | undefined)[] = [];
        const decide = (at: number, trial: Trial) => (decided[at] ??= decisionOf(document, trial));
        return { document, value, decide };
      });
      for (const [more, less] of [sides, sides.toReversed()]) {
        if (!more || !less) throw new Error('Two documents are drawn');
        const { answer } = solver.decide({
          claims: [
            { policies: { kind: 'identity', documents: [more.document] }, is: 'allowed' },
            { policies: { kind: 'identity', documents: [less.document] }, is: 'notAllowed' },
          ],
        });
        seen[answer] += 1;
        // The evaluator confirms each yes; a no must hold for every request that is tried.
        if (answer !== 'no') continue;
        const at = trials.findIndex(
          (trial, j) =>
            more.decide(j, trial) === 'allowed' && less.decide(j, trial).endsWith('Deny'),
        );
        if (at >= 0) {
          throw new Error(JSON.stringify([more.value, less.value, trials[at]], null, 1));
        }
      }
    }
    expect(seen.yes).toBeGreaterThan(pairs / 4);
    expect(seen.no).toBeGreaterThan(pairs / 10);
    expect(seen.notDecided).toBeLessThan(pairs / 10);
  });
});
