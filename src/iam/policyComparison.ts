import { expandAction, type ActionCatalogue } from './actionCatalogue';
import { statementMeaning } from './canonical';
import type {
  Comparison,
  PolicyDifference,
  Scope,
  Side,
  UndecidedDifference,
  GrantVerdict,
} from './comparison';
import type { Effect } from './document';
import { differingParts } from './differingParts';
import type { DocumentKind } from './documentKind';
import { isWildcardText } from './match';
import type { AnyPolicyDocument, AnyStatement } from './parse';
import { accountOfPrincipal } from './principal';
import { Budget } from './solver/budget';
import {
  Solver,
  usualBudget,
  type Answer,
  type Claim,
  type PolicySet,
  type Question,
  type Witness,
} from './solver/decide';
import { requestersIn, type Requesters } from './solver/requesters';

type Sides = Readonly<Record<Side, readonly AnyPolicyDocument[]>>;

const otherSide = { before: 'after', after: 'before' } as const;

/** The boundaries of a side, and its policies whose documents are missing. */
export type Limits = Omit<PolicySet, 'kind' | 'documents'>;

/** A statement with its side and the position of its document there. */
interface PlacedStatement {
  readonly side: Side;
  readonly document: number;
  readonly statement: AnyStatement;
}

/** A request that shows a difference, and what was asked when it was found. */
interface Found extends Pick<Question, 'accounts' | 'parts'> {
  readonly witness: Witness;
}

/** Asks the solver about every statement of two sides: does it do something that the other side does not? */
export class PolicyComparison {
  readonly #documents: Sides;
  readonly #limits: Readonly<Record<Side, Limits>>;
  readonly #kind: DocumentKind;
  readonly #catalogue: ActionCatalogue | undefined;
  readonly #requesters: readonly Requesters[];
  readonly #isLimitedOtherwise: boolean;
  readonly #hasAccounts: boolean;
  readonly #withoutAllows: Sides;
  readonly #withoutStatements: Sides;
  readonly #solver = new Solver();
  readonly #budget = new Budget(usualBudget);
  readonly #meanings: Readonly<Record<Side, Readonly<Record<Effect, ReadonlySet<string>>>>>;
  readonly #open: { readonly asked: Side; readonly point: UndecidedDifference }[] = [];
  #usedCatalogue = false;

  constructor(
    documents: Sides,
    limits: Readonly<Record<Side, Limits>>,
    kind: DocumentKind,
    catalogue: ActionCatalogue | undefined,
  ) {
    this.#documents = documents;
    this.#limits = limits;
    this.#kind = kind;
    this.#catalogue = catalogue;
    const all = [...documents.before, ...documents.after];
    const limitsOf = ({ boundaries = [], missing = [], missingBoundaries = [] }: Limits) =>
      JSON.stringify([boundaries, missing, missingBoundaries]);
    this.#isLimitedOtherwise = limitsOf(limits.before) !== limitsOf(limits.after);
    this.#requesters = kind === 'identity' ? [{}] : requestersIn(all);
    this.#hasAccounts =
      kind !== 'identity' &&
      all.some(({ statements }) =>
        statements.some(({ principal }) =>
          principal?.entries.some(({ value }) => accountOfPrincipal(value) !== undefined),
        ),
      );
    const keeping = (keeps: (statement: AnyStatement) => boolean): Sides => {
      const kept = (one: AnyPolicyDocument) => {
        // A document without readable statements is kept: what it allows or denies is not known.
        if (!one.understood && one.statements.length === 0) return one;
        return { ...one, statements: one.statements.filter(keeps) };
      };
      return { before: documents.before.map(kept), after: documents.after.map(kept) };
    };
    this.#withoutAllows = keeping(({ effect }) => effect?.value !== 'Allow');
    this.#withoutStatements = keeping(() => false);
    const meanings = (side: Side, effect: Effect) =>
      new Set(
        documents[side].flatMap(({ statements, version }) =>
          statements
            .filter((one) => one.understood && one.effect?.value === effect)
            .map((one) => statementMeaning(one, version?.value)),
        ),
      );
    const both = (side: Side) => ({ Allow: meanings(side, 'Allow'), Deny: meanings(side, 'Deny') });
    this.#meanings = { before: both('before'), after: both('after') };
  }

  run(): Comparison {
    const more = this.#grants('after');
    const less = this.#grants('before');
    const refusals = [...this.#refusals('after'), ...this.#refusals('before')];
    const isOpen = (side: Side) => this.#open.some(({ asked }) => asked === side);
    // A proven difference decides a direction; undecided questions only count where there is none.
    const states = [
      { found: more.length > 0, open: isOpen('after') },
      { found: less.length > 0, open: isOpen('before') },
    ];
    const isDecided = states.every(({ found, open }) => found || !open);
    return {
      verdict: isDecided ? verdictOf(more, less) : 'notDecided',
      more,
      less,
      refusals,
      undecided: isDecided ? [] : this.#open.map(({ point }) => point),
      ...(this.#usedCatalogue && this.#catalogue && { assumesCatalogueOf: this.#catalogue.asOf }),
    };
  }

  /** What the statements of one side grant that the other side does not. */
  #grants(side: Side): readonly PolicyDifference[] {
    const other = this.#meanings[otherSide[side]];
    const own = this.#meanings[side];
    const refusesMore =
      [...other.Deny].some((meaning) => !own.Deny.has(meaning)) || this.#isLimitedOtherwise;
    this.#askMissing(side);
    return this.#statements(side, 'Allow').flatMap((placed) => {
      const { statement } = placed;
      const meaning = statementMeaning(statement, this.#versionOf(placed));
      // The other side has the same Allow, and no Deny or boundary that this side has not.
      if (statement.understood && !refusesMore && other.Allow.has(meaning)) return [];
      return this.#difference(placed, (only) => [
        { policies: this.#with(placed, only, true), is: 'allowed' },
        { policies: this.#all(otherSide[side]), is: 'notAllowed' },
      ]);
    });
  }

  /** Asks whether a policy whose document is missing could make a difference. */
  #askMissing(side: Side): void {
    const { missing = [] } = this.#limits[side];
    if (missing.length === 0) return;
    const documents = this.#withoutAllows[side];
    const policies = { ...this.#limits[side], kind: this.#kind, documents };
    this.#ask(
      [
        { policies, is: 'allowed' },
        { policies: this.#all(otherSide[side]), is: 'notAllowed' },
      ],
      side,
    );
  }

  #refusals(side: Side): readonly PolicyDifference[] {
    const other = this.#meanings[otherSide[side]];
    const openBefore = this.#open.length;
    const found = this.#statements(side, 'Deny').flatMap((placed) => {
      if (other.Deny.has(statementMeaning(placed.statement, this.#versionOf(placed)))) return [];
      return this.#difference(placed, (only) => [
        { policies: this.#with(placed, only, false), is: 'refused' },
        { policies: this.#all(otherSide[side]), is: 'notRefused' },
      ]);
    });
    // Undecided questions about Deny statements do not count: refusals are no part of the verdict.
    this.#open.length = openBefore;
    return found;
  }

  #statements(side: Side, effect: Effect): readonly PlacedStatement[] {
    return this.#documents[side].flatMap((document, i) => {
      const statements =
        document.understood || document.statements.length > 0
          ? document.statements
          : [{ at: [], conditions: [], elements: [], understood: false }];
      return statements
        .filter((one) => (one.effect?.value ?? 'Allow') === effect)
        .map((statement) => ({ side, document: i, statement }));
    });
  }

  #versionOf({ side, document }: PlacedStatement): string | undefined {
    return this.#documents[side][document]?.version?.value;
  }

  #all(side: Side): Claim['policies'] {
    return { ...this.#limits[side], kind: this.#kind, documents: this.#documents[side] };
  }

  /** The policies of the side with one Allow statement only, with all its Deny statements if `keepsDenies`. */
  #with(
    { side, document }: PlacedStatement,
    only: AnyStatement,
    keepsDenies: boolean,
  ): Claim['policies'] {
    const documents = (keepsDenies ? this.#withoutAllows : this.#withoutStatements)[side];
    const rest = documents[document] ?? this.#documents[side][document];
    if (!rest) throw new RangeError('The statement is one of a document');
    const changed = { ...rest, statements: [only, ...rest.statements] };
    const { missing: _, ...limits } = this.#limits[side];
    const kept = keepsDenies ? limits : {};
    return { ...kept, kind: this.#kind, documents: documents.with(document, changed) };
  }

  /** Notes that the work limit was reached, once for each side. */
  #tooLarge(side: Side): void {
    const isSaid = this.#open.some(
      ({ asked, point }) => asked === side && point.why === 'tooLarge',
    );
    if (!isSaid) this.#open.push({ asked: side, point: { why: 'tooLarge', names: [], side } });
  }

  #difference(
    placed: PlacedStatement,
    claimsOf: (only: AnyStatement) => readonly Claim[],
  ): readonly PolicyDifference[] {
    const { side, document, statement } = placed;
    if (this.#budget.left < 0) {
      this.#tooLarge(side);
      return [];
    }
    const found = this.#ask(claimsOf(statement), side);
    if (!found) return [];
    const [example] = found.witness.requests;
    const other = found.witness.evaluations[1]?.[0];
    const asks = (only: AnyStatement) =>
      this.#isShownBy(found, only, claimsOf(only)) || this.#ask(claimsOf(only)) !== undefined;
    const { resource, principal } = statement;
    return [
      {
        effect: statement.effect?.value ?? 'Allow',
        side,
        document,
        statement: statement.at,
        actions: this.#actions(statement, asks),
        ...(resource && {
          resources: differingParts(
            resource,
            (entry) => ({ ...resource, entries: [entry] }),
            (list) => asks({ ...statement, resource: list }),
          ),
        }),
        ...(principal && {
          principals: differingParts(
            principal,
            (entry) => ({ ...principal, entries: [entry] }),
            (list) => asks({ ...statement, principal: list }),
          ),
        }),
        example,
        isRefusedByOther: other?.decision === 'explicitDeny',
        isDelegatedByOther: other?.decision === 'allowed',
      },
    ];
  }

  /** The actions that differ. A wildcard becomes the known actions it matches, if only some of them differ. */
  #actions(statement: AnyStatement, asks: (only: AnyStatement) => boolean): Scope {
    const { action } = statement;
    if (!action) return { negated: false, texts: [] };
    const scope = differingParts(
      action,
      (entry) => ({ ...action, entries: [entry] }),
      (list) => asks({ ...statement, action: list }),
    );
    if (scope.negated || !this.#catalogue) return scope;
    const catalogue = this.#catalogue;
    const texts = scope.texts.flatMap((text) => {
      if (!isWildcardText(text)) return [text];
      const known = expandAction(text, catalogue) ?? [];
      if (known.length === 0) return [text];
      const differing = known.filter((value) =>
        asks({ ...statement, action: { ...action, entries: [{ value, at: action.at }] } }),
      );
      return differing.length === known.length || differing.length === 0 ? [text] : differing;
    });
    return { negated: false, texts: [...new Set(texts)] };
  }

  /** Whether the request found for a statement shows the difference for a part of it, too, with its action if it has one. */
  #isShownBy(
    { witness, accounts, parts }: Found,
    { action }: AnyStatement,
    claims: readonly Claim[],
  ): boolean {
    const [example, ...others] = witness.requests;
    if (others.length > 0) return false;
    const [only, ...more] = action?.entries ?? [];
    const isOne = only !== undefined && more.length === 0 && this.#isAction(only.value);
    const question: Question = {
      claims,
      budget: this.#budget,
      ...(accounts && { accounts }),
      ...(parts && { parts }),
    };
    return this.#solver.isFulfilledBy(
      question,
      isOne ? { ...example, action: only.value } : example,
    );
  }

  /** Whether the text names a single action, one of the catalogue if that has the service. */
  #isAction(text: string): boolean {
    if (isWildcardText(text)) return false;
    return !this.#catalogue || expandAction(text, this.#catalogue)?.length !== 0;
  }

  /** A request that fulfils the claims, if one is found. With a `side`, notes what stayed undecided. */
  #ask(claims: readonly Claim[], side?: Side): Found | undefined {
    const accounts = this.#hasAccounts ? (['counts', 'ignored'] as const) : (['counts'] as const);
    const open: Extract<Answer, { readonly answer: 'notDecided' }>[] = [];
    for (const trust of accounts) {
      for (const parts of this.#requesters) {
        const answer = this.#decide({ claims, parts, accounts: trust, budget: this.#budget });
        if (answer.answer === 'yes') return { witness: answer.witness, accounts: trust, parts };
        if (answer.answer === 'notDecided') open.push(answer);
      }
    }
    if (side === undefined) return undefined;
    for (const { claim = 0, ...point } of open.flatMap(({ because }) => because)) {
      const where = claim === 0 ? side : otherSide[side];
      this.#open.push({ asked: side, point: { ...point, side: where } });
    }
    return undefined;
  }

  /** Decides with the catalogue, and remembers if the answer would be another one without it. */
  #decide(question: Question): Answer {
    const answer = this.#solver.decide(question);
    if (!this.#catalogue || answer.answer === 'no') return answer;
    const narrow = this.#solver.decide({ ...question, catalogue: this.#catalogue });
    if (narrow.answer !== answer.answer) this.#usedCatalogue = true;
    return narrow;
  }
}

function verdictOf(more: readonly unknown[], less: readonly unknown[]): GrantVerdict {
  if (more.length > 0) return less.length > 0 ? 'both' : 'more';
  return less.length > 0 ? 'less' : 'formatting';
}
