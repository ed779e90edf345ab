import type { KeyValue } from '../context';
import { opposite, type Clause, type Literal } from './atoms';
import { prefixesAgree } from './glob';
import { groupOf, solveGroup, type PartialRequest, type TheorySetting } from './theories';

/** Literals that must all hold, and statements none of which may apply. */
export interface Goal {
  readonly required: readonly Literal[];
  readonly refused: readonly Clause[];
}

/** The literals of one group that must hold, and a key under which their solution is cached. */
interface Wanted {
  readonly literals: readonly Literal[];
  readonly name: string;
}

/** The literals decided on so far, by group. */
type Assignment = ReadonlyMap<string, Wanted>;

const noneWanted: Wanted = { literals: [], name: '' };

/**
 * Searches for a request for which all required literals hold and, of each refused statement, at least
 * one literal fails. Backtracking chooses that literal; a theory decides each group of literals.
 */
export class Search {
  readonly #setting: TheorySetting;
  readonly #known = new Map<string, PartialRequest | undefined>();
  readonly #numbers = new Map<string, number>();

  constructor(setting: TheorySetting) {
    this.#setting = setting;
  }

  solve({ required, refused }: Goal): PartialRequest | undefined {
    const assignment = this.#added(new Map(), required);
    if (!assignment) return undefined;
    for (const group of assignment.keys()) {
      if (!this.#isPossible(assignment, group)) return undefined;
    }
    const left = this.#simplify(assignment, this.#overlapping(required, refused));
    if (!left) return undefined;
    const done = this.#branch(left.assignment, left.clauses);
    return done && this.#witness(done);
  }

  /** The refused statements without those that clearly match other actions or resources only. */
  #overlapping(required: readonly Literal[], refused: readonly Clause[]): readonly Clause[] {
    const wanted = required.flatMap(({ atom, wanted: isWanted }) =>
      isWanted && atom.kind === 'text' && atom.predicate.possible.globs.length <= 8 ? [atom] : [],
    );
    this.#setting.budget.spend(4 * refused.length);
    return refused.filter(({ literals }) =>
      literals.every(({ atom, wanted: isWanted }) => {
        if (!isWanted || atom.kind !== 'text') return true;
        const { globs } = atom.predicate.possible;
        if (globs.length > 8) return true;
        return wanted.every(
          ({ about, predicate }) =>
            about !== atom.about ||
            predicate.possible.globs.some((one) =>
              globs.some((other) => prefixesAgree(one, other)),
            ),
        );
      }),
    );
  }

  /** Drops statements that cannot apply, and settles those that can fail in one way only. */
  #simplify(
    start: Assignment,
    refused: readonly Clause[],
  ): { readonly assignment: Assignment; readonly clauses: readonly Clause[] } | undefined {
    let assignment = start;
    let clauses = refused;
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      const rest: Clause[] = [];
      const forced: Literal[] = [];
      for (const clause of clauses) {
        const state = this.#stateOf(assignment, clause);
        if (state === 'fails') continue;
        const [only, ...others] = state;
        if (!only) return undefined;
        if (others.length === 0) forced.push(only);
        else rest.push({ literals: state.map(opposite) });
      }
      const next = this.#added(assignment, forced);
      if (!next) return undefined;
      assignment = next;
      for (const group of new Set(forced.map(({ atom }) => groupOf(atom)))) {
        if (!this.#isPossible(assignment, group)) return undefined;
      }
      isSettled = forced.length === 0;
      clauses = rest;
    }
    return { assignment, clauses };
  }

  /** The literals that could still make a statement fail; `fails` if it cannot apply anyway. */
  #stateOf(assignment: Assignment, { literals }: Clause): readonly Literal[] | 'fails' {
    const open: Literal[] = [];
    for (const literal of literals) {
      const known = wantedOf(assignment, literal);
      if (known === literal.wanted) continue;
      if (known !== undefined) return 'fails';
      open.push(literal);
    }
    for (const literal of open) if (!this.#isPossibleWith(assignment, literal)) return 'fails';
    return open.map(opposite).filter((literal) => this.#isPossibleWith(assignment, literal));
  }

  #branch(assignment: Assignment, clauses: readonly Clause[]): Assignment | undefined {
    this.#setting.budget.spend(1);
    const [clause, ...rest] = clauses;
    if (!clause) return assignment;
    const open: Literal[] = [];
    for (const literal of clause.literals) {
      const known = wantedOf(assignment, literal);
      if (known !== undefined && known !== literal.wanted) return this.#branch(assignment, rest);
      if (known === undefined) open.push(opposite(literal));
    }
    for (const literal of open) {
      if (!this.#isPossibleWith(assignment, literal)) continue;
      const next = this.#added(assignment, [literal]);
      if (!next) continue;
      const done = this.#branch(next, rest);
      if (done) return done;
    }
    return undefined;
  }

  #isPossible(assignment: Assignment, group: string): boolean {
    return this.#solveGroup(group, assignment.get(group) ?? noneWanted) !== undefined;
  }

  /** Whether the literal can be added. Its opposite must not be in the assignment already. */
  #isPossibleWith(assignment: Assignment, literal: Literal): boolean {
    const group = groupOf(literal.atom);
    return this.#solveGroup(group, this.#extended(assignment.get(group), literal)) !== undefined;
  }

  #extended(wanted: Wanted = noneWanted, literal: Literal): Wanted {
    const { id } = literal.atom;
    let number = this.#numbers.get(id);
    if (number === undefined) this.#numbers.set(id, (number = this.#numbers.size));
    const name = `${wanted.name}${literal.wanted ? '+' : '-'}${number}`;
    this.#setting.budget.spend(1 + (wanted.literals.length >> 4));
    return { literals: [...wanted.literals, literal], name };
  }

  /** The assignment with more literals; undefined if it holds the opposite of one of them. */
  #added(assignment: Assignment, literals: readonly Literal[]): Assignment | undefined {
    const result = new Map(assignment);
    this.#setting.budget.spend(1 + assignment.size);
    for (const literal of literals) {
      const known = wantedOf(result, literal);
      if (known === literal.wanted) continue;
      if (known !== undefined) return undefined;
      const group = groupOf(literal.atom);
      result.set(group, this.#extended(result.get(group), literal));
    }
    return result;
  }

  #solveGroup(group: string, { literals, name }: Wanted): PartialRequest | undefined {
    const key = `${group} ${name}`;
    this.#setting.budget.spend(4 + (key.length >> 5));
    if (this.#known.has(key)) return this.#known.get(key);
    const found = solveGroup(group, literals, this.#setting);
    if (this.#known.size < 20_000) this.#known.set(key, found);
    return found;
  }

  #witness(assignment: Assignment): PartialRequest {
    const texts = new Map<string, string>();
    const keys = new Map<string, KeyValue>();
    const add = (part: PartialRequest | undefined) => {
      for (const [about, text] of Object.entries(part?.texts ?? {})) texts.set(about, text);
      for (const [key, value] of Object.entries(part?.keys ?? {})) keys.set(key, value);
    };
    for (const [group, wanted] of assignment) {
      add(this.#solveGroup(group, wanted));
    }
    // With the action known, prefer a resource of its service: a more plausible example.
    const action = texts.get('action') ?? '';
    const usualResources = this.#setting.resourcesOf(action);
    for (const [group, { literals }] of assignment) {
      if (!group.startsWith('resource') || this.#setting.mode === 'proof') continue;
      add(solveGroup(group, literals, { ...this.#setting, usualResources }));
    }
    return { texts: Object.fromEntries(texts), keys: Object.fromEntries(keys) };
  }
}

function wantedOf(assignment: Assignment, { atom }: Literal): boolean | undefined {
  return assignment.get(groupOf(atom))?.literals.find((one) => one.atom.id === atom.id)?.wanted;
}
