import type { ConditionTest } from '../conditions';
import type { Effect } from '../document';
import type { DocumentKind } from '../documentKind';
import { principalApplies } from '../evaluate';
import type { AnyCondition, AnyPolicyDocument, AnyStatement, PatternList } from '../parse';
import type { Budget } from './budget';
import { resourceOf, type Clause, type Literal } from './atoms';
import { keyTest } from './keyTest';
import { principalText, type AccountTrust } from './principals';
import type { RequestParts } from './request';
import { actionPredicate, resourcePredicate } from './texts';
import type { VariableChoices } from './variables';

/** A statement as a conjunction: it applies if all its literals hold. */
export interface CompiledStatement extends Clause {
  readonly effect: Effect;
  readonly statement: AnyStatement;
  /** Equal for statements that mean the same. */
  readonly meaning: string;
}

export interface CompileSetting {
  readonly kind: DocumentKind;
  readonly choices: VariableChoices;
  readonly requester: RequestParts['requester'];
  readonly accounts: AccountTrust;
  readonly isAbsent: (key: string) => boolean;
  /** Which of the resources of the request the statement is asked about. */
  readonly resource: number;
}

const open = (id: string): Literal => ({ atom: { kind: 'open', id }, wanted: true });

/** Turns statements into literals, and keeps what it compiled for the next question about the same documents. */
export class Compiler {
  readonly #parts = new Map<string, WeakMap<object, Literal>>();
  readonly #compiled = new WeakMap<object, Map<string, readonly CompiledStatement[]>>();
  readonly #ids = new WeakMap<object, number>();
  #nextId = 0;

  /** Cached by document and setting. */
  compile(
    document: AnyPolicyDocument,
    setting: CompileSetting,
    budget: Budget,
  ): readonly CompiledStatement[] {
    const { kind, choices, requester, accounts, isAbsent, resource } = setting;
    const name = JSON.stringify([
      kind,
      [...choices],
      requester,
      accounts,
      this.#idOf(isAbsent),
      resource,
    ]);
    let known = this.#compiled.get(document);
    if (!known)
      this.#compiled.set(document, (known = new Map<string, readonly CompiledStatement[]>()));
    const found = known.get(name);
    if (found) return found;
    budget.spend(20 * document.statements.length);
    const made = this.#compile(document, setting);
    known.set(name, made);
    return made;
  }

  #compile(document: AnyPolicyDocument, setting: CompileSetting): readonly CompiledStatement[] {
    if (!document.understood && document.statements.length === 0) {
      return this.#unreadable({ at: [], conditions: [], elements: [], understood: false });
    }
    const variables = document.version?.value === '2012-10-17';
    return document.statements.flatMap((statement) =>
      this.#statement(statement, variables, setting),
    );
  }

  /** A statement that cannot be read: it may apply or not, as an Allow and as a Deny. */
  #unreadable(statement: AnyStatement): readonly CompiledStatement[] {
    const effects = statement.effect ? [statement.effect.value] : (['Allow', 'Deny'] as const);
    return effects.map((effect) => {
      const literals = [open(`unread ${this.#idOf(statement)} ${effect}`)];
      return { effect, statement, literals, meaning: meaningOf(literals) };
    });
  }

  #statement(
    statement: AnyStatement,
    variables: boolean,
    setting: CompileSetting,
  ): readonly CompiledStatement[] {
    const { effect, action, conditions } = statement;
    if (!effect || !statement.understood) return this.#unreadable(statement);
    const literals: Literal[] = [];
    const add = (found: Literal | boolean): boolean => {
      if (found === false) return false;
      if (found !== true) literals.push(found);
      return true;
    };
    const isPossible =
      add(this.#principal(statement, setting)) &&
      add(action ? this.#action(action) : open(`no action ${this.#idOf(statement)}`)) &&
      add(this.#resource(statement, variables, setting)) &&
      conditions.every((condition) => add(this.#condition(condition, variables, setting)));
    if (!isPossible) return [];
    return [{ effect: effect.value, statement, literals, meaning: meaningOf(literals) }];
  }

  #action(list: PatternList): Literal {
    return this.#kept('action', list, () => {
      const patterns = [
        ...new Set(list.entries.map(({ value }) => value.toLowerCase())),
      ].toSorted();
      const predicate = actionPredicate(list.entries.map(({ value }) => value));
      const id = `action ${JSON.stringify(patterns)}`;
      return { atom: { kind: 'text', id, about: 'action', predicate }, wanted: !list.negated };
    });
  }

  #resource(
    statement: AnyStatement,
    variables: boolean,
    { kind, choices, resource: index }: CompileSetting,
  ): Literal | boolean {
    const { resource } = statement;
    if (kind === 'trust') return resource ? open(`resource ${this.#idOf(statement)}`) : true;
    if (!resource) return open(`no resource ${this.#idOf(statement)}`);
    const values = resource.entries.map(({ value }) => value);
    const read = (): Literal => {
      const predicate = resourcePredicate(values, { variables, choices });
      const isVariable = variables && values.some((value) => value.includes('${'));
      const texts = [...new Set(values)].toSorted();
      const id = `${resourceOf(index)} ${isVariable} ${JSON.stringify(texts)}`;
      const about = resourceOf(index);
      return { atom: { kind: 'text', id, about, predicate }, wanted: !resource.negated };
    };
    const hasVariable = variables && values.some((value) => value.includes('${'));
    return hasVariable ? read() : this.#kept(resourceOf(index), resource, read);
  }

  #condition(
    condition: AnyCondition,
    variables: boolean,
    setting: CompileSetting,
  ): Literal | boolean {
    const { operator, key } = condition;
    const values = condition.values.map(({ value }) => value);
    const hasVariable = variables && values.some((value) => value.includes('${'));
    if (hasVariable || setting.isAbsent(key.toLowerCase())) {
      return conditionLiteral({ operator, key, values }, variables, setting);
    }
    return this.#kept('condition', condition, () => {
      const test = keyTest({ operator, key, values }, false, new Map());
      return { atom: { kind: 'key', id: `key ${test.id}`, test }, wanted: true };
    });
  }

  #principal(statement: AnyStatement, setting: CompileSetting): Literal | boolean {
    const { kind, requester, accounts } = setting;
    const unclear = open(`principal ${this.#idOf(statement)}`);
    if (kind === 'identity') return statement.principal ? unclear : true;
    if (!requester) return unclear;
    if (requester.kind !== 'fixed') {
      const { predicate, wanted } = principalText(statement, { kind: requester.kind, accounts });
      const { principal } = statement;
      const texts = (principal?.entries ?? []).map((entry) => `${entry.kind} ${entry.value}`);
      const how = principal?.negated ? `not ${statement.effect?.value ?? ''}` : accounts;
      const id = `principal ${how} ${JSON.stringify(texts.toSorted())}`;
      return { atom: { kind: 'text', id, about: 'principal', predicate }, wanted };
    }
    const match = principalApplies(statement, { principal: requester.principal }, kind);
    if (match === 'unknown') return unclear;
    if (match !== 'account') return match;
    return statement.effect?.value === 'Deny' || accounts === 'counts';
  }

  #kept(how: string, owner: object, read: () => Literal): Literal {
    let kept = this.#parts.get(how);
    if (!kept) this.#parts.set(how, (kept = new WeakMap()));
    const known = kept.get(owner);
    if (known) return known;
    const literal = read();
    kept.set(owner, literal);
    return literal;
  }

  #idOf(owner: object): number {
    const known = this.#ids.get(owner);
    if (known !== undefined) return known;
    this.#nextId += 1;
    this.#ids.set(owner, this.#nextId);
    return this.#nextId;
  }
}

function meaningOf(literals: readonly Literal[]): string {
  return literals
    .map(({ atom, wanted }) => `${wanted ? '' : '!'}${atom.id}`)
    .toSorted()
    .join('\n');
}

/** A condition as a literal, or its truth where the request cannot carry its key. */
export function conditionLiteral(
  condition: ConditionTest,
  variables: boolean,
  { choices, isAbsent }: Pick<CompileSetting, 'choices' | 'isAbsent'>,
): Literal | boolean {
  const test = keyTest(condition, variables, choices);
  if (isAbsent(test.key)) {
    const truth = test.holds({ state: 'absent' });
    if (truth !== 'unknown') return truth;
  }
  return { atom: { kind: 'key', id: `key ${test.id}`, test }, wanted: true };
}
