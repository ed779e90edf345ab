import type { ActionCatalogue } from '../actionCatalogue';
import type { DocumentKind } from '../documentKind';
import type { AccessRequest, Doubt, Evaluation, StatementReference } from '../evaluate';
import type { AnyPolicyDocument } from '../parse';
import { showUnknown } from '../unknownValue';
import { Budget, TooLarge } from './budget';
import { Compiler } from './formula';
import { goalsOf } from './goals';
import { doubtsOf, replay } from './replay';
import type { RequestParts } from './request';
import { Search } from './search';
import { knownActions, requestOf, usualResources } from './witness';
import { choicesFor } from './worlds';

/** The policies of one subject, joined as IAM joins them. */
export interface PolicySet {
  readonly kind: DocumentKind;
  /** Any of them may allow, any may refuse. */
  readonly documents: readonly AnyPolicyDocument[];
  /** Each of these must allow as well. */
  readonly boundaries?: readonly AnyPolicyDocument[];
  /** Names of policies whose documents are not known: they may allow or refuse anything. */
  readonly missing?: readonly string[];
  readonly missingBoundaries?: readonly string[];
}

/** What a request is to do to a set of policies. */
export interface Claim {
  readonly policies: PolicySet;
  /** `refused`: by a Deny. */
  readonly is: 'allowed' | 'notAllowed' | 'refused' | 'notRefused';
}

export interface Question {
  /** One request must fulfil all of them. */
  readonly claims: readonly Claim[];
  /** Which requests are asked about; all if left out. */
  readonly parts?: RequestParts;
  /** Actions of these services that the catalogue does not know are none. */
  readonly catalogue?: ActionCatalogue;
  /** Whether trust in a whole account counts: the account's own policies must allow it too. */
  readonly accounts?: 'counts' | 'ignored';
  /** For examples that people understand: resources on which an action is usually called. */
  readonly resourcesOf?: (action: string) => readonly string[];
  /** Shared by several questions that together may take so long; else each has its own. */
  readonly budget?: Budget;
}

/** What stands in the way of a decision. */
export interface OpenPoint {
  readonly why:
    | Doubt
    /** The document of a policy is missing. */
    | 'missingPolicy'
    | 'missingBoundary'
    /** The value of a policy variable decides. */
    | 'variable'
    | 'tooLarge'
    /** Conditions compare one key as values of different kinds. */
    | 'unclear';
  /** Names of what is not known: `var.region`, the ARN of a policy, `aws:username`. */
  readonly names: readonly string[];
  readonly statement?: StatementReference;
  /** Which claim of the question it stands in the way of. */
  readonly claim?: number;
}

export interface Witness {
  /** One for each resource that the action needs; they differ in nothing else. */
  readonly requests: readonly [AccessRequest, ...AccessRequest[]];
  /** What the evaluator says, by claim and by request. */
  readonly evaluations: readonly (readonly Evaluation[])[];
}

/** `no`: the search has been exhausted. `yes`: with a request that the evaluator confirmed. */
export type Answer =
  | { readonly answer: 'no' }
  | { readonly answer: 'yes'; readonly witness: Witness }
  | { readonly answer: 'notDecided'; readonly because: readonly OpenPoint[] };

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
