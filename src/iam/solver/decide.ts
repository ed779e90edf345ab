import type { AccessRequest } from '../evaluate';
import { showUnknown } from '../unknownValue';
import { Budget, TooLarge } from './budget';
import { Compiler } from './formula';
import { goalsOf } from './goals';
import { doubtsOf, replay } from './replay';
import type { Answer, OpenPoint, Question } from './question';
import { Search } from './search';
import { knownActions, requestOf, usualResources } from './witness';
import { choicesFor } from './worlds';

export type { Answer, Claim, OpenPoint, PolicySet, Question, Witness } from './question';

/** Steps of work for one question; one step is about a microsecond. */
export const usualBudget = 1_500_000;

/** Answers questions about the same documents without reading them anew. */
export class Solver {
  readonly #compiler = new Compiler();

  /**
   * Whether some request fulfils all claims. `yes` comes with such a request, `no` after everything
   * was tried; all else is `notDecided`, with what stands in the way.
   */
  decide(question: Question): Answer {
    try {
      return this.#decide(question, question.budget ?? new Budget(usualBudget));
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return notDecided([{ why: 'tooLarge', names: [] }]);
    }
  }

  /** Whether a request, which must be one that the question asks about, fulfils all claims. */
  isFulfilledBy(question: Question, request: AccessRequest): boolean {
    try {
      const budget = question.budget ?? new Budget(usualBudget);
      return replay(question, [request], budget) !== undefined;
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return false;
    }
  }

  #decide(question: Question, budget: Budget): Answer {
    budget.spend(10);
    const known = knownActions(question);
    const worlds = choicesFor(question);
    let disagreed: readonly OpenPoint[] = [];
    for (const choices of worlds.witnesses) {
      const setting = { mode: 'witness', choices, budget } as const;
      const search = this.#search(question, 'witness', budget, known);
      for (const goal of goalsOf(question, setting, this.#compiler)) {
        const found = search.solve(goal);
        if (!found) continue;
        const requests = requestOf(found, question, choices);
        const witness = replay(question, requests, budget);
        if (witness) return { answer: 'yes', witness };
        disagreed = doubtsOf(question, requests);
      }
    }
    if (worlds.proofs === 'tooMany') return notDecided([{ why: 'tooLarge', names: [] }]);
    for (const choices of worlds.proofs) {
      const setting = { mode: 'proof', choices, budget } as const;
      const search = this.#search(question, 'proof', budget, []);
      for (const goal of goalsOf(question, setting, this.#compiler)) {
        const found = search.solve(goal);
        if (!found) continue;
        const doubts = doubtsOf(question, requestOf(found, question, choices));
        if (doubts.length > 0) return notDecided(doubts);
        if (worlds.keys.length > 0) return notDecided([{ why: 'variable', names: worlds.keys }]);
        return notDecided(disagreed.length > 0 ? disagreed : [{ why: 'unclear', names: [] }]);
      }
    }
    return { answer: 'no' };
  }

  #search(
    { parts, resourcesOf = usualResources }: Question,
    mode: 'witness' | 'proof',
    budget: Budget,
    knownActions: readonly string[],
  ): Search {
    return new Search({ mode, requester: parts?.requester, budget, knownActions, resourcesOf });
  }
}

/** For a single question. */
export const decide = (question: Question): Answer => new Solver().decide(question);

function notDecided(because: readonly OpenPoint[]): Answer {
  const unique = new Map<string, OpenPoint>();
  for (const point of because) {
    const names = point.names.map(showUnknown);
    unique.set(JSON.stringify({ ...point, names }), { ...point, names });
  }
  return { answer: 'notDecided', because: [...unique.values()] };
}
