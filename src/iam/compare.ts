import { expandAction, type ActionCatalogue } from './actionCatalogue';
import { canonicalStatement } from './canonical';
import type { Effect } from './document';
import { recogniseKind, type DocumentKind } from './documentKind';
import {
  evaluateIdentityPolicies,
  evaluateResourcePolicy,
  evaluateTrustPolicy,
  type AccessRequest,
  type Evaluation,
} from './evaluate';
import {
  exampleActions,
  exampleContexts,
  examplePrincipals,
  exampleResources,
  unnamedPrincipals,
} from './example';
import { conditionsImply } from './implication';
import { actionCovers, actionMatches, isWildcardText, resourceCovers } from './match';
import {
  isJsonObject,
  parsePolicy,
  type AnyPolicyDocument,
  type AnyPrincipal,
  type AnyStatement,
  type DocumentPath,
} from './parse';
import { compilePattern, foldCase, mayOverlap } from './pattern';
import { accountOfPrincipal, roleOfArn } from './principal';

/**
 * `same`: the same JSON value. `formatting`: written differently, decides alike. `more` and `less`: what the
 * second document grants compared with the first. `notDecided`: something could neither be proved nor refuted.
 */
export type Verdict = 'same' | 'formatting' | 'more' | 'less' | 'both' | 'notDecided';

export type Side = 'before' | 'after';

/** Texts of an element; `negated` if they are exceptions. */
export interface Scope {
  readonly negated: boolean;
  readonly texts: readonly string[];
}

/** Something that one document grants, or no longer refuses, and the other does not. */
export interface GrantDifference {
  /** `Deny` where the difference is a refusal that one document lacks. */
  readonly effect: Effect;
  /** The document that holds the statement. */
  readonly side: Side;
  readonly statement: DocumentPath;
  readonly actions: Scope;
  /** Left out in trust policies. */
  readonly resources?: Scope;
  /** Left out in identity policies. */
  readonly principals?: Scope;
  readonly conditional: boolean;
  /** A request that the two documents decide differently: the proof. */
  readonly example: AccessRequest;
}

export interface UndecidedDifference {
  readonly side: Side;
  readonly statement: DocumentPath;
  readonly reason: 'unreadable' | 'noProof' | 'tooLarge' | 'differentKinds' | 'differentVersions';
}

export interface Comparison {
  readonly verdict: Verdict;
  readonly more: readonly GrantDifference[];
  readonly less: readonly GrantDifference[];
  readonly undecided: readonly UndecidedDifference[];
  /** The day of the catalogue, if the verdict rests on its list of actions being complete. */
  readonly assumesCatalogueOf?: string;
}

export interface CompareOptions {
  /** What both documents are; recognised if left out. */
  readonly kind?: DocumentKind;
  readonly catalogue?: ActionCatalogue;
}

/** Compares what two policies decide, not how they are written. Takes any JSON values. */
export function comparePolicies(
  before: unknown,
  after: unknown,
  options: CompareOptions = {},
): Comparison {
  const unchanged = { more: [], less: [], undecided: [] };
  const documents = { before: parsePolicy(before).document, after: parsePolicy(after).document };
  const kind = options.kind ?? recogniseKind(documents.before);
  if (options.kind === undefined && kind !== recogniseKind(documents.after)) {
    const undecided = [{ side: 'after', statement: [], reason: 'differentKinds' } as const];
    return { ...unchanged, verdict: 'notDecided', undecided };
  }
  if (stableText(before) === stableText(after)) return { ...unchanged, verdict: 'same' };
  return new PolicyComparison(documents, kind, options.catalogue).run();
}

/** JSON with sorted members. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isJsonObject(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** One action, one resource, one principal of a statement; or all but some. */
interface Piece {
  readonly action: Scope;
  readonly resource?: Scope;
  readonly principal?: { readonly negated: boolean; readonly entries: readonly AnyPrincipal[] };
}

/** Comparisons of a piece with a statement, over the whole run. */
const workLimit = 200_000;
/** Statements that are evaluated for guessed requests, over the whole run. */
const exampleLimit = 300_000;
const otherSide = { before: 'after', after: 'before' } as const;

class PolicyComparison {
  private work = 0;
  private examples = 0;
  private usedCatalogue = false;
  private readonly more: GrantDifference[] = [];
  private readonly less: GrantDifference[] = [];
  private readonly undecided: UndecidedDifference[] = [];
  private readonly canonical: Readonly<Record<Side, ReadonlySet<string>>>;
  private readonly variables: Readonly<Record<Side, boolean>>;
  private readonly documents: Readonly<Record<Side, AnyPolicyDocument>>;
  private readonly kind: DocumentKind;
  private readonly catalogue: ActionCatalogue | undefined;

  constructor(
    documents: Readonly<Record<Side, AnyPolicyDocument>>,
    kind: DocumentKind,
    catalogue: ActionCatalogue | undefined,
  ) {
    this.documents = documents;
    this.kind = kind;
    this.catalogue = catalogue;
    const canonical = (side: Side) =>
      new Set(documents[side].statements.filter(isReadable).map(canonicalStatement));
    const variables = (side: Side) => documents[side].version?.value === '2012-10-17';
    this.canonical = { before: canonical('before'), after: canonical('after') };
    this.variables = { before: variables('before'), after: variables('after') };
  }

  run(): Comparison {
    for (const side of ['before', 'after'] as const) {
      const { statements, understood } = this.documents[side];
      if (!understood && statements.every(({ understood: readable }) => readable)) {
        this.undecided.push({ side, statement: [], reason: 'unreadable' });
      }
      for (const statement of statements) this.compareStatement(side, statement);
    }
    return {
      verdict: this.verdict(),
      more: this.more,
      less: this.less,
      undecided: this.undecided,
      ...(this.usedCatalogue && this.catalogue && { assumesCatalogueOf: this.catalogue.asOf }),
    };
  }

  private verdict(): Verdict {
    if (this.undecided.length > 0) return 'notDecided';
    if (this.more.length > 0) return this.less.length > 0 ? 'both' : 'more';
    return this.less.length > 0 ? 'less' : 'formatting';
  }

  private compareStatement(side: Side, statement: AnyStatement): void {
    const doubt = (reason: UndecidedDifference['reason']) =>
      this.undecided.push({ side, statement: statement.at, reason });
    if (!isReadable(statement) || !isComplete(statement, this.kind)) {
      doubt('unreadable');
      return;
    }
    const hasVariable = textsOf(statement).some((text) => text.includes('${'));
    if (hasVariable && this.variables.before !== this.variables.after) {
      doubt('differentVersions');
      return;
    }
    const other = otherSide[side];
    if (this.canonical[other].has(canonicalStatement(statement))) return;
    if (this.isExhausted()) {
      doubt('tooLarge');
      return;
    }

    const proved: { readonly piece: Piece; readonly example: AccessRequest }[] = [];
    const coverers = this.coverers(other, statement, statement.effect?.value);
    const refusers =
      statement.effect?.value === 'Allow' ? this.coverers(side, statement, 'Deny') : [];
    for (const piece of this.piecesOf(statement, coverers)) {
      if (this.isExhausted()) {
        doubt('tooLarge');
        return;
      }
      if (this.isCovered(piece, refusers) || this.isCovered(piece, coverers)) continue;
      const example = this.findExample(side, statement, piece);
      if (!example) {
        doubt('noProof');
        return;
      }
      proved.push({ piece, example });
    }
    const grantsMore = (side === 'after') === (statement.effect?.value === 'Allow');
    (grantsMore ? this.more : this.less).push(...summarise(side, statement, proved));
  }

  private isExhausted(): boolean {
    return this.work > workLimit || this.examples > exampleLimit;
  }

  /** Statements that apply to every request to which this one's conditions apply. */
  private coverers(
    side: Side,
    { conditions }: AnyStatement,
    effect: Effect | undefined,
  ): readonly AnyStatement[] {
    return this.documents[side].statements.filter((candidate) => {
      this.work += 1;
      return (
        candidate.effect?.value === effect &&
        isReadable(candidate) &&
        isComplete(candidate, this.kind) &&
        conditionsImply(conditions, candidate.conditions, this.variables[side])
      );
    });
  }

  private *piecesOf(
    { action, resource, principal }: AnyStatement,
    coverers: readonly AnyStatement[],
  ): Generator<Piece> {
    const actions = action && this.actionScopes(scopeOf(action), coverers);
    const resources = resource ? singles(scopeOf(resource)) : [undefined];
    const principals = principal
      ? principal.negated
        ? [principal]
        : principal.entries.map((entry) => ({ negated: false, entries: [entry] }))
      : [undefined];
    for (const one of actions ?? []) {
      for (const two of resources) {
        for (const three of principals) {
          yield { action: one, ...(two && { resource: two }), ...(three && { principal: three }) };
        }
      }
    }
  }

  /** A wildcard that no single pattern of the other side covers is taken apart with the catalogue. */
  private actionScopes(scope: Scope, coverers: readonly AnyStatement[]): readonly Scope[] {
    if (scope.negated) return [scope];
    const patterns = coverers.flatMap(({ action }) =>
      action && !action.negated ? action.entries.map(({ value }) => value) : [],
    );
    return scope.texts.flatMap((text) => {
      const single = { negated: false, texts: [text] };
      this.work += patterns.length;
      if (!isWildcardText(text) || patterns.some((pattern) => actionCovers(pattern, text))) {
        return [single];
      }
      const known = this.catalogue && expandAction(text, this.catalogue);
      if (!known || known.length === 0) return [single];
      this.usedCatalogue = true;
      return known.map((name) => ({ negated: false, texts: [name] }));
    });
  }

  private isCovered(piece: Piece, coverers: readonly AnyStatement[]): boolean {
    return coverers.some((statement) => {
      this.work += 1;
      return (
        actionScopeCovered(piece.action, statement.action && scopeOf(statement.action)) &&
        this.resourceScopeCovered(piece.resource, statement) &&
        principalsCovered(piece.principal, statement)
      );
    });
  }

  private resourceScopeCovered(scope: Scope | undefined, { resource }: AnyStatement): boolean {
    if (!scope || !resource) return !scope && !resource;
    const wide = scopeOf(resource);
    const covered = (narrow: string, texts: readonly string[]) =>
      texts.some((text) => resourceCovers(text, narrow, this.variables.before));
    if (scope.negated && wide.negated)
      return wide.texts.every((text) => covered(text, scope.texts));
    if (scope.negated) return wide.texts.some((text) => resourceCovers(text, '*', false));
    if (!wide.negated) return scope.texts.every((text) => covered(text, wide.texts));
    return scope.texts.every((text) =>
      wide.texts.every((excluded) => !resourcesMayOverlap(text, excluded)),
    );
  }

  /** A request that shows the difference; undefined if none of the guesses does. */
  private findExample(
    side: Side,
    statement: AnyStatement,
    piece: Piece,
  ): AccessRequest | undefined {
    const others = this.documents[otherSide[side]].statements;
    const missed = others.flatMap(({ conditions }) => conditions).slice(0, 20);
    const texts = textsOf(statement);
    const statementCount =
      this.documents.before.statements.length + this.documents.after.statements.length;
    const contexts = exampleContexts(statement.conditions, missed, texts);
    const grantsMore = (side === 'after') === (statement.effect?.value === 'Allow');
    for (const request of this.guesses(piece, statement)) {
      for (const context of contexts) {
        this.examples += statementCount;
        if (this.examples > exampleLimit) return undefined;
        const full = { ...request, context };
        const [before, after] = [this.rank('before', full), this.rank('after', full)];
        if (before === undefined || after === undefined) continue;
        if (grantsMore ? after > before : after < before) return full;
      }
    }
    return undefined;
  }

  private *guesses(piece: Piece, statement: AnyStatement): Generator<AccessRequest> {
    const mentioned = [...this.documents.before.statements, ...this.documents.after.statements];
    const actions = piece.action.negated
      ? [
          ...exampleActions('*'),
          ...mentioned.flatMap(({ action }) => exampleTexts(action)).flatMap(exampleActions),
        ]
      : piece.action.texts.flatMap(exampleActions);
    const variables = this.variables.before;
    const examplesOf = (text: string) => exampleResources(text, variables);
    const resources = !piece.resource
      ? ['arn:aws:iam::000000000000:role/zq7zq7zq7']
      : piece.resource.negated
        ? [
            ...examplesOf('*'),
            ...mentioned.flatMap(({ resource }) => exampleTexts(resource)).flatMap(examplesOf),
          ]
        : piece.resource.texts.flatMap(examplesOf);
    const principals = !piece.principal
      ? [undefined]
      : piece.principal.negated
        ? unnamedPrincipals
        : piece.principal.entries.flatMap(examplePrincipals);
    for (const action of new Set(actions.slice(0, 8))) {
      if (!statementTakes(statement, action)) continue;
      for (const resource of new Set(resources.slice(0, 8))) {
        for (const principal of principals)
          yield { action, resource, ...(principal && { principal }) };
      }
    }
  }

  /** How much a decision grants; undefined if there is none. */
  private rank(side: Side, request: AccessRequest): number | undefined {
    const { decision, delegatedToAccount } = this.evaluate(this.documents[side], request);
    if (decision === 'allowed') return delegatedToAccount ? 2 : 3;
    if (decision === 'implicitDeny') return 1;
    return decision === 'explicitDeny' ? 0 : undefined;
  }

  private evaluate(document: AnyPolicyDocument, request: AccessRequest): Evaluation {
    const { principal } = request;
    if (this.kind === 'identity' || !principal)
      return evaluateIdentityPolicies([document], request);
    return this.kind === 'trust'
      ? evaluateTrustPolicy(document, { ...request, principal })
      : evaluateResourcePolicy(document, { ...request, principal });
  }
}

function isReadable(statement: AnyStatement): boolean {
  return statement.understood && statement.effect !== undefined && statement.action !== undefined;
}

function isComplete({ resource, principal }: AnyStatement, kind: DocumentKind): boolean {
  if (kind === 'identity') return resource !== undefined && principal === undefined;
  return principal !== undefined && (resource === undefined) === (kind === 'trust');
}

function textsOf({ action, resource, conditions }: AnyStatement): readonly string[] {
  return [action, resource, ...conditions.map(({ values }) => ({ entries: values }))].flatMap(
    (list) => list?.entries.map(({ value }) => value) ?? [],
  );
}

function exampleTexts(list: AnyStatement['action']): readonly string[] {
  return list?.entries.map(({ value }) => value) ?? [];
}

function scopeOf(list: NonNullable<AnyStatement['action']>): Scope {
  return { negated: list.negated, texts: list.entries.map(({ value }) => value) };
}

function singles(scope: Scope): readonly Scope[] {
  return scope.negated ? [scope] : scope.texts.map((text) => ({ negated: false, texts: [text] }));
}

function statementTakes({ action }: AnyStatement, name: string): boolean {
  const matches = action?.entries.some(({ value }) => actionMatches(value, name) === true) ?? false;
  return matches !== (action?.negated ?? false);
}

function actionScopeCovered(narrow: Scope, wide: Scope | undefined): boolean {
  if (!wide) return false;
  const covered = (text: string, by: readonly string[]) =>
    by.some((pattern) => actionCovers(pattern, text));
  if (narrow.negated && wide.negated)
    return wide.texts.every((text) => covered(text, narrow.texts));
  if (narrow.negated) return covered('*', wide.texts);
  if (!wide.negated) return narrow.texts.every((text) => covered(text, wide.texts));
  return narrow.texts.every((text) =>
    wide.texts.every((excluded) => !textsMayOverlap(text, excluded)),
  );
}

function textsMayOverlap(left: string, right: string): boolean {
  const compile = (text: string) =>
    foldCase(compilePattern(text, { wildcards: true, variables: true }));
  return mayOverlap(compile(left), compile(right));
}

/** As whole texts: a `*` may reach beyond a colon, so this finds more overlaps than there are. */
function resourcesMayOverlap(left: string, right: string): boolean {
  const compile = (text: string) => compilePattern(text, { wildcards: true, variables: true });
  return mayOverlap(compile(left), compile(right));
}

function principalsCovered(narrow: Piece['principal'], { principal: wide }: AnyStatement): boolean {
  if (!narrow || !wide) return !narrow && !wide;
  if (wide.negated || narrow.negated) {
    const names = (entries: readonly AnyPrincipal[]) =>
      [...new Set(entries.map(({ kind, value }) => `${kind} ${value}`))].toSorted().join('\n');
    return wide.negated === narrow.negated && names(wide.entries) === names(narrow.entries);
  }
  return narrow.entries.every((entry) =>
    wide.entries.some((other) => principalCovers(other, entry)),
  );
}

function principalCovers(wide: AnyPrincipal, narrow: AnyPrincipal): boolean {
  if (wide.kind === 'Anyone' || (wide.kind === 'AWS' && wide.value === '*')) return true;
  if (wide.kind !== narrow.kind) return false;
  if (wide.value === narrow.value) return true;
  if (wide.kind !== 'AWS') return false;
  const account = accountOfPrincipal(wide.value);
  if (account !== undefined) return account === accountOfPrincipal(narrow.value);
  // A role covers its sessions. That an account covers its roles is not so: it only hands the decision on.
  const isSession = narrow.value.includes(':sts:') && !wide.value.includes(':sts:');
  const role = roleOfArn(wide.value);
  return isSession && role !== undefined && role === roleOfArn(narrow.value);
}

/** Pieces that differ in one respect only become one difference. */
function summarise(
  side: Side,
  statement: AnyStatement,
  proved: readonly { readonly piece: Piece; readonly example: AccessRequest }[],
): readonly GrantDifference[] {
  const byTarget = new Map<string, { actions: string[]; piece: Piece; example: AccessRequest }>();
  for (const { piece, example } of proved) {
    const target = JSON.stringify([piece.resource, piece.principal, piece.action.negated]);
    const group = byTarget.get(target);
    if (group) group.actions.push(...piece.action.texts);
    else byTarget.set(target, { actions: [...piece.action.texts], piece, example });
  }
  const differences = new Map<string, GrantDifference>();
  for (const { actions, piece, example } of byTarget.values()) {
    const principals = piece.principal && {
      negated: piece.principal.negated,
      texts: piece.principal.entries.map(({ value }) => value),
    };
    const same = JSON.stringify([actions, principals, piece.resource?.negated]);
    const known = differences.get(same);
    const texts = [...(known?.resources?.texts ?? []), ...(piece.resource?.texts ?? [])];
    differences.set(same, {
      effect: statement.effect?.value ?? 'Allow',
      side,
      statement: statement.at,
      actions: { negated: piece.action.negated, texts: actions },
      ...(piece.resource && { resources: { negated: piece.resource.negated, texts } }),
      ...(principals && { principals }),
      conditional: statement.conditions.length > 0,
      example: known?.example ?? example,
    });
  }
  return [...differences.values()];
}
