import type { StatementReference } from '../iam/evaluate';
import type { AnyCondition, AnyPolicyDocument, AnyStatement, PatternList } from '../iam/parse';
import { Budget } from '../iam/solver/budget';
import {
  Solver,
  type Answer,
  type Claim,
  type OpenPoint,
  type PolicySet,
} from '../iam/solver/decide';
import type { RequestParts } from '../iam/solver/request';
import { showUnknown } from '../iam/unknownValue';
import { cutList } from '../words/counts';
import { conditionWords } from './conditionWords';
import { doubtWords } from './doubtWords';
import { requestWords } from './requestWords';

/**
 * `yes`: every request of the class is allowed. `yesIf`: only requests that fulfil further conditions
 * are. `no`: an exhaustive search found none.
 */
export type Verdict = 'yes' | 'yesIf' | 'no' | 'notDecided';

export interface AccessOutcome {
  readonly verdict: Verdict;
  /** The statements that allow or deny; `document` is a position in the policies of the question. */
  readonly decidedBy: readonly StatementReference[];
  /** For `yesIf`: one of these must be fulfilled. */
  readonly conditions: readonly string[];
  /** A request that is allowed, in words. */
  readonly example?: string;
  /** For `no`: a statement would allow it, but a Deny refuses. */
  readonly isRefused: boolean;
  /** For `notDecided`: why. */
  readonly doubts: readonly string[];
  /** Allowed only as far as the requester's own account allows it. */
  readonly isDelegated: boolean;
}

/** Steps of the solver for all questions about one role. */
const roleBudget = 1_800_000;
/** Statements that are listed as conditions of a `yesIf`; further ones are only counted. */
const mostWays = 4;

/** Answers questions about the policies of one role, each with the statements that decide it. */
export class AccessSolver {
  readonly #solver = new Solver();
  readonly #policies: PolicySet;
  readonly #budget = new Budget(roleBudget);

  constructor(policies: PolicySet) {
    this.#policies = policies;
  }

  decide(parts: RequestParts): AccessOutcome {
    const policies = this.#policies;
    const answer = this.#ask(parts, { policies, is: 'allowed' });
    if (answer.answer === 'notDecided') return { ...nothing, ...notDecided(answer.because) };
    if (answer.answer === 'no') return this.#no(parts);
    const [first = []] = answer.witness.evaluations;
    const shared = {
      decidedBy: first.flatMap(({ decidedBy }) => decidedBy),
      example: requestWords(answer.witness.requests[0]),
      isRefused: false,
      isDelegated: first.some(({ delegatedToAccount }) => delegatedToAccount),
      doubts: [],
    };
    const others = this.#ask(parts, { policies, is: 'notAllowed' });
    if (others.answer === 'no') return { ...shared, verdict: 'yes', conditions: [] };
    const ways = this.#waysToBeAllowed(parts);
    return {
      ...shared,
      verdict: 'yesIf',
      decidedBy: ways.length > 0 ? ways.map(({ reference }) => reference) : shared.decidedBy,
      conditions: conditionsOf(ways),
    };
  }

  #no(parts: RequestParts): AccessOutcome {
    const policies = this.#policies;
    const hasDeny = policies.documents.some(({ statements }) =>
      statements.some(({ effect }) => effect?.value === 'Deny'),
    );
    const allowing =
      hasDeny && this.#ask(parts, { policies: withoutDenies(policies), is: 'allowed' });
    if (!allowing || allowing.answer !== 'yes') return nothing;
    const refused = this.#ask(
      parts,
      { policies, is: 'refused' },
      { policies: withoutDenies(policies), is: 'allowed' },
    );
    if (refused.answer !== 'yes') return nothing;
    const [own = []] = refused.witness.evaluations;
    return { ...nothing, isRefused: true, decidedBy: own.flatMap(({ decidedBy }) => decidedBy) };
  }

  /** Each statement that allows some request of the class, with the conditions that such a request must fulfil. */
  #waysToBeAllowed(parts: RequestParts): readonly Way[] {
    const { documents } = this.#policies;
    return documents.flatMap((document, index) =>
      document.statements.flatMap((statement): readonly Way[] => {
        if (statement.effect?.value !== 'Allow' || !statement.understood) return [];
        const policies = onlyWith(this.#policies, index, statement);
        if (this.#ask(parts, { policies, is: 'allowed' }).answer !== 'yes') return [];
        const reference = {
          document: index,
          at: statement.at,
          ...(statement.sid && { sid: statement.sid.value }),
          effect: 'Allow' as const,
        };
        return [{ reference, words: this.#remaining(parts, document, statement) }];
      }),
    );
  }

  /** The conditions under which the statement allows a request of the class. */
  #remaining(
    parts: RequestParts,
    document: AnyPolicyDocument,
    statement: AnyStatement,
  ): readonly string[] {
    const { kind } = this.#policies;
    const base = { ...document, statements: [] };
    const alone = (only: Partial<AnyStatement>): PolicySet => {
      const asked: AnyStatement = { ...anyRequest(kind), ...only };
      return { kind, documents: [{ ...base, statements: [asked] }] };
    };
    const always = (only: Partial<AnyStatement>, of = parts): boolean =>
      this.#ask(of, { policies: alone(only), is: 'notAllowed' }).answer === 'no';
    const conditions = statement.conditions
      .filter((condition) => !always({ conditions: [condition] }))
      .map(conditionWords);
    const { resource } = statement;
    const where = (resource ? (parts.resources ?? []) : []).flatMap((part) => {
      const of = { ...parts, resources: [part] };
      if (!resource || always({ resource }, of)) return [];
      if (resource.negated) return [resourceWords(resource)];
      const entries = resource.entries.filter((entry) => {
        const policies = alone({ resource: { ...resource, entries: [entry] } });
        return this.#ask(of, { policies, is: 'allowed' }).answer !== 'no';
      });
      return [resourceWords({ ...resource, entries })];
    });
    const refusals = this.#policies.documents.flatMap((owner, index) =>
      owner.statements.flatMap((deny) => {
        if (deny.effect?.value !== 'Deny') return [];
        const hits = this.#ask(
          parts,
          { policies: { kind, documents: [{ ...owner, statements: [deny] }] }, is: 'refused' },
          {
            policies: { kind, documents: [{ ...document, statements: [statement] }] },
            is: 'allowed',
          },
        );
        return hits.answer === 'no' ? [] : [refusalWords(deny, index)];
      }),
    );
    const limits = (this.#policies.boundaries ?? []).map(
      () => 'the permissions boundary allows it, too',
    );
    return [...where, ...conditions, ...refusals, ...limits];
  }

  #ask(parts: RequestParts, ...claims: readonly Claim[]): Answer {
    return this.#solver.decide({ claims, parts, budget: this.#budget });
  }
}

interface Way {
  readonly reference: StatementReference;
  readonly words: readonly string[];
}

const nothing: AccessOutcome = {
  verdict: 'no',
  decidedBy: [],
  conditions: [],
  isRefused: false,
  doubts: [],
  isDelegated: false,
};

function notDecided(because: readonly OpenPoint[]): Partial<AccessOutcome> {
  const statements = because.flatMap(({ statement, claim }) =>
    statement && (claim ?? 0) === 0 ? [statement] : [],
  );
  const unique = new Map(statements.map((one) => [JSON.stringify([one.document, one.at]), one]));
  const names = new Map<OpenPoint['why'], Set<string>>();
  for (const point of because) {
    const known = names.get(point.why) ?? new Set();
    for (const name of point.names) known.add(name);
    names.set(point.why, known);
  }
  return {
    verdict: 'notDecided',
    doubts: [...names].map(([why, some]) => doubtWords({ why, names: [...some] })),
    decidedBy: [...unique.values()],
  };
}

function conditionsOf(ways: readonly Way[]): readonly string[] {
  const words = [...new Set(ways.map((way) => way.words.join(' and ')))].filter(
    (text) => text !== '',
  );
  const left = words.length - mostWays;
  if (left <= 0) return words;
  const others =
    left === 1 ? 'another statement allows it' : `one of ${left} other statements allows it`;
  return [...words.slice(0, mostWays), others];
}

const withoutDenies = (policies: PolicySet): PolicySet => ({
  ...policies,
  documents: policies.documents.map((document) => ({
    ...document,
    statements: document.statements.filter(({ effect }) => effect?.value !== 'Deny'),
  })),
});

/** The policies with only one of their Allow statements, and all Deny statements. */
function onlyWith(policies: PolicySet, index: number, only: AnyStatement): PolicySet {
  const documents = policies.documents.map((document, i) => ({
    ...document,
    statements: document.statements.filter(
      (one) => one.effect?.value !== 'Allow' || (one === only && i === index),
    ),
  }));
  return { ...policies, documents };
}

/** A statement that allows everything to everyone, as a base: one element is replaced to ask about that alone. */
function anyRequest(kind: PolicySet['kind']): AnyStatement {
  const all: PatternList = { at: [], negated: false, entries: [{ value: '*', at: [] }] };
  return {
    at: [],
    effect: { value: 'Allow', at: [] },
    action: all,
    ...(kind !== 'trust' && { resource: all }),
    ...(kind !== 'identity' && {
      principal: { at: [], negated: false, entries: [{ kind: 'Anyone', value: '*', at: [] }] },
    }),
    conditions: [] as readonly AnyCondition[],
    elements: [],
    understood: true,
  };
}

function resourceWords({ negated, entries }: PatternList): string {
  const texts = entries.map(({ value }) => showUnknown(value));
  return `the resource is ${negated ? 'not ' : ''}${cutList(texts, 3).join(' or ')}`;
}

function refusalWords({ sid, conditions, resource }: AnyStatement, document: number): string {
  const where =
    resource && !resource.entries.some(({ value }) => value === '*')
      ? [resourceWords(resource)]
      : [];
  const words = [...where, ...conditions.map(conditionWords)];
  return words.length > 0
    ? `it is not refused (a Deny refuses it if ${words.join(' and ')})`
    : `the statement ${sid?.value ?? `of document ${document + 1}`} does not refuse it`;
}
