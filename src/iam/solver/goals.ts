import type { AnyPolicyDocument } from '../parse';
import type { ActionCatalogue } from '../actionCatalogue';
import { resourceOf, type Literal } from './atoms';
import type { Budget } from './budget';
import type { Claim, PolicySet, Question } from './question';
import {
  conditionLiteral,
  type CompiledStatement,
  type CompileSetting,
  type Compiler,
} from './formula';
import { keyTest } from './keyTest';
import type { Mode } from './keyValues';
import type { Goal } from './search';
import { actionPredicate, exactPredicate, resourcePredicate } from './texts';
import type { VariableChoices } from './variables';

const nothing = (): boolean => false;

interface World {
  readonly budget: Budget;
  readonly mode: Mode;
  readonly choices: VariableChoices;
}

/** Every way to fulfil the claims: each goal says which statements must apply and which must not. */
export function* goalsOf(question: Question, world: World, compiler: Compiler): Generator<Goal> {
  const { claims, parts } = question;
  const base = baseOf(question, world);
  if (!base) return;
  const scopes = actionScopes(question.catalogue);
  const resources = Math.max(1, parts?.resources?.length ?? 1);
  const ways = claims.flatMap((claim) => {
    const isForEach = claim.is === 'allowed' || claim.is === 'notRefused';
    const compiled = Array.from({ length: resources }, (_, resource) =>
      compileSet(claim.policies, question, world, compiler, resource),
    );
    // A request is allowed if it is allowed on each of its resources, and not allowed if it fails on one.
    return isForEach ? compiled.map((set) => waysOf(claim, [set])) : [waysOf(claim, compiled)];
  });
  for (const scope of scopes) {
    yield* combined({ ...base, required: [...base.required, ...scope] }, ways);
  }
}

/** With a catalogue: the actions that it knows, and those of all other services. */
function actionScopes(catalogue: ActionCatalogue | undefined): readonly (readonly Literal[])[] {
  if (!catalogue) return [[]];
  const known = Object.entries(catalogue.services).flatMap(([service, operations]) =>
    operations.map((operation) => `${service}:${operation}`.toLowerCase()),
  );
  const services = Object.keys(catalogue.services).map((service) => `${service}:*`);
  return [[textLiteral('action', known, true)], [textLiteral('action', services, false)]];
}

/** Every combination of one way for each claim, generated one at a time. */
function* combined(base: Goal, ways: readonly Ways[]): Generator<Goal> {
  const [first, ...rest] = ways;
  if (!first) {
    yield base;
    return;
  }
  for (const way of first()) {
    yield* combined(
      { required: [...base.required, ...way.required], refused: [...base.refused, ...way.refused] },
      rest,
    );
  }
}

type Ways = () => Iterable<Goal>;

interface CompiledSet {
  /** The statements of the policies, then those of each boundary: a request needs an Allow in every layer. */
  readonly layers: readonly (readonly CompiledStatement[])[];
}

function waysOf({ is }: Claim, sets: readonly CompiledSet[]): Ways {
  const layers = sets.flatMap((set) => set.layers);
  const denies = layers.flatMap((layer) => byEffect(layer).Deny);
  const allows = layers.map((layer) => byEffect(layer).Allow);
  const refusedBy = function* (): Generator<Goal> {
    for (const deny of distinct(denies)) yield { required: deny.literals, refused: [] };
  };
  switch (is) {
    case 'refused':
      return refusedBy;
    case 'notRefused':
      return () => [{ required: [], refused: denies }];
    case 'allowed':
      return function* () {
        for (const chosen of choicesOf(allows)) {
          yield { required: chosen.flatMap(({ literals }) => literals), refused: denies };
        }
      };
    case 'notAllowed':
      return function* () {
        for (const layer of allows) yield { required: [], refused: layer };
        yield* refusedBy();
      };
  }
}

/** Every combination of one statement from each layer. */
function* choicesOf(
  layers: readonly (readonly CompiledStatement[])[],
): Generator<readonly CompiledStatement[]> {
  const [first, ...rest] = layers;
  if (!first) {
    yield [];
    return;
  }
  for (const statement of first) {
    for (const others of choicesOf(rest)) yield [statement, ...others];
  }
}

type ByEffect = Readonly<Record<'Allow' | 'Deny', readonly CompiledStatement[]>>;

const sorted = new WeakMap<readonly CompiledStatement[], ByEffect>();

function byEffect(layer: readonly CompiledStatement[]): ByEffect {
  const known = sorted.get(layer);
  if (known) return known;
  const of = (effect: 'Allow' | 'Deny') => distinct(layer.filter((one) => one.effect === effect));
  const made = { Allow: of('Allow'), Deny: of('Deny') };
  sorted.set(layer, made);
  return made;
}

/** The statements without those that mean the same as an earlier one. */
function distinct(statements: readonly CompiledStatement[]): readonly CompiledStatement[] {
  if (statements.length < 2) return statements;
  return [...new Map(statements.map((statement) => [statement.meaning, statement])).values()];
}

function compileSet(
  { kind, documents, boundaries = [], missing = [], missingBoundaries = [] }: PolicySet,
  { parts, accounts = 'counts' }: Question,
  { choices, budget }: World,
  compiler: Compiler,
  resource: number,
): CompiledSet {
  const setting: CompileSetting = {
    kind,
    choices,
    requester: parts?.requester,
    accounts,
    isAbsent: parts?.isAbsent ?? nothing,
    resource,
  };
  const compiled = (some: readonly AnyPolicyDocument[], of = setting) => {
    const [only] = some;
    // The cached list itself, because `byEffect` caches by list.
    if (only && some.length === 1) return compiler.compile(only, of, budget);
    return some.flatMap((document) => compiler.compile(document, of, budget));
  };
  const boundarySetting: CompileSetting = { ...setting, kind: 'identity' };
  return {
    layers: [
      missing.length === 0
        ? compiled(documents)
        : [...compiled(documents), ...missing.flatMap((name) => unknownPolicy(name))],
      ...boundaries.map((boundary) => compiled([boundary], boundarySetting)),
      ...missingBoundaries.map((name) => unknownPolicy(name)),
    ],
  };
}

/** A policy without its document: it may allow everything, and it may refuse everything. */
function unknownPolicy(name: string): readonly CompiledStatement[] {
  return (['Allow', 'Deny'] as const).map((effect) => {
    const id = `${effect} of the policy ${name}`;
    const statement = { at: [], conditions: [], elements: [], understood: false };
    return {
      effect,
      statement,
      meaning: id,
      literals: [{ atom: { kind: 'open', id }, wanted: true }],
    };
  });
}

/** What every request must fulfil by the question's `parts` and the chosen variables; undefined if impossible. */
function baseOf({ parts, claims }: Question, { choices }: World): Goal | undefined {
  const required: Literal[] = [];
  if (parts?.actions) required.push(textLiteral('action', parts.actions, true));
  if (parts?.notActions?.length) required.push(textLiteral('action', parts.notActions, false));
  for (const [i, part] of (parts?.resources ?? []).entries()) {
    const about = resourceOf(i);
    if (part === 'none') {
      const predicate = exactPredicate(['*']);
      required.push({ atom: { kind: 'text', about, id: `no ${about}`, predicate }, wanted: true });
      continue;
    }
    required.push(textLiteral(about, part.like, true));
    if (part.unlike?.length) required.push(textLiteral(about, part.unlike, false));
  }
  const isAbsent = parts?.isAbsent ?? nothing;
  for (const condition of parts?.conditions ?? []) {
    const literal = conditionLiteral(condition, false, { choices, isAbsent });
    if (literal === false) return undefined;
    if (literal !== true) required.push(literal);
  }
  for (const [key, choice] of choices) required.push(choiceLiteral(key, choice));
  // A request that is asked about has an action and a resource even if no policy looks at them.
  required.push(textLiteral('action', ['*'], true));
  if (!claims.every(({ policies }) => policies.kind === 'trust')) {
    required.push(textLiteral(resourceOf(0), ['*'], true));
  }
  if (parts?.requester && parts.requester.kind !== 'fixed') {
    required.push(textLiteral('principal', ['*'], true));
  }
  return { required, refused: [] };
}

function textLiteral(about: string, patterns: readonly string[], wanted: boolean): Literal {
  const predicate =
    about === 'action'
      ? actionPredicate(patterns)
      : resourcePredicate(patterns, { variables: false, choices: new Map() });
  const id = `asked ${about} ${JSON.stringify(patterns)}`;
  return { atom: { kind: 'text', about, id, predicate }, wanted };
}

function choiceLiteral(
  key: string,
  choice: { readonly state: string; readonly value?: string },
): Literal {
  const condition =
    choice.state === 'value'
      ? { operator: 'StringEquals', key, values: [choice.value ?? ''] }
      : { operator: 'Null', key, values: [String(choice.state === 'absent')] };
  const test = keyTest(condition, false, new Map());
  return { atom: { kind: 'key', id: `asked ${test.id}`, test }, wanted: true };
}
