import { many, one, type PatternToken } from '../pattern';
import {
  anyCharacter,
  anything,
  anythingButColon,
  eitherCase,
  exactly,
  isSymbolic,
  notColon,
  type CharacterClass,
} from './characters';

/**
 * A pattern as a linear automaton: in state i it has taken i steps, and the loop of a state takes symbols
 * without leaving it. A set of states is a number whose bit i stands for state i.
 */
export interface Glob {
  /** The pattern it was made from; equal for equal globs. */
  readonly source: string;
  readonly steps: readonly CharacterClass[];
  /** By state; one more than there are steps. */
  readonly loops: readonly (CharacterClass | undefined)[];
  /** The characters before the first step that is not exact. */
  readonly prefix: string;
  /** The only text it takes, if there is only one. */
  readonly literal: string | undefined;
}

/** Builds a glob token by token. */
export class GlobBuilder {
  readonly #steps: CharacterClass[] = [];
  readonly #loops: (CharacterClass | undefined)[] = [undefined];
  #literal: string | undefined = '';
  #prefix = '';

  step(taken: CharacterClass): this {
    this.#steps.push(taken);
    this.#loops.push(undefined);
    const character = taken.id.startsWith('=') ? taken.id.slice(1) : undefined;
    if (character === undefined || isSymbolic(character)) this.#literal = undefined;
    else if (this.#literal !== undefined) this.#prefix = this.#literal += character;
    return this;
  }

  loop(taken: CharacterClass): this {
    this.#loops[this.#steps.length] = taken;
    this.#literal = undefined;
    return this;
  }

  text(text: string, ignoreCase = false): this {
    for (const character of text.split('')) {
      this.step(ignoreCase ? eitherCase(character) : exactly(character));
    }
    return this;
  }

  /** `inPart`: the wildcards stay inside a part of an ARN. */
  tokens(tokens: readonly PatternToken[], inPart = false, ignoreCase = false): this {
    for (const token of tokens) {
      if (typeof token === 'string') this.text(token, ignoreCase);
      else if (token === many) this.loop(inPart ? anythingButColon : anything);
      else if (token === one) this.step(inPart ? notColon : anyCharacter);
      else if ('variable' in token) this.step(exactly(`\${${token.variable}}`));
      else this.loop(inPart ? anythingButColon : anything);
    }
    return this;
  }

  build(source: string): Glob {
    return {
      source,
      steps: this.#steps,
      loops: this.#loops,
      prefix: this.#prefix,
      literal: this.#literal,
    };
  }
}

/**
 * Whether the glob takes the text. Going back to the last loop is enough: a loop that does not take
 * everything takes nothing of what the step behind it needs.
 */
export function globTakes(glob: Glob, text: string): boolean {
  if (glob.literal !== undefined) return glob.literal === text;
  if (!text.startsWith(glob.prefix)) return false;
  const { steps, loops } = glob;
  let state = glob.prefix.length;
  let at = state;
  let loop = -1;
  let resume = 0;
  while (at < text.length) {
    if (loops[state]) {
      loop = state;
      resume = at;
    }
    if (steps[state]?.takes(text.charAt(at))) {
      state += 1;
      at += 1;
    } else if (loop >= 0 && loops[loop]?.takes(text.charAt(resume))) {
      resume += 1;
      at = resume;
      state = loop;
    } else {
      return false;
    }
  }
  return state === steps.length;
}

/**
 * Whether the wide glob surely takes all that the narrow one takes: true is certain, false may also mean
 * that only a search (`findText`) can decide.
 */
export function globCovers(wide: Glob, narrow: Glob): boolean {
  if (wide === narrow || wide.source === '*') return true;
  if (!narrow.prefix.startsWith(wide.prefix) && wide.literal === undefined) return false;
  if (wide.literal !== undefined) return wide.literal === narrow.literal;
  if (narrow.literal !== undefined) return globTakes(wide, narrow.literal);
  const { steps, loops } = wide;
  // The loops and steps of the narrow glob in their order.
  const given = narrow.loops.flatMap((loop, i) => {
    const step = narrow.steps[i];
    return [
      ...(loop ? [{ taken: loop, isLoop: true }] : []),
      ...(step ? [{ taken: step, isLoop: false }] : []),
    ];
  });
  let state = 0;
  let at = 0;
  let loop = -1;
  let resume = 0;
  while (at < given.length) {
    const { taken, isLoop } = given[at] ?? { taken: anything, isLoop: true };
    if (loops[state]) {
      loop = state;
      resume = at;
    }
    const step = steps[state];
    if (!isLoop && step && stepCovers(step, taken)) {
      state += 1;
      at += 1;
      continue;
    }
    const { taken: next } = given[resume] ?? { taken: anything };
    const own = loops[loop];
    if (loop < 0 || !own || !loopCovers(own, next)) return false;
    resume += 1;
    at = resume;
    state = loop;
  }
  return state === steps.length;
}

const stepCovers = (wide: CharacterClass, narrow: CharacterClass): boolean =>
  wide.id === narrow.id || (narrow.id.startsWith('=') && wide.takes(narrow.id.slice(1)));

const loopCovers = (wide: CharacterClass, narrow: CharacterClass): boolean =>
  wide.id === anything.id || stepCovers(wide, narrow);

/** Bit i of `steps`: state i takes the symbol and goes on; of `loops`: it takes it and stays. */
export interface Moves {
  readonly steps: bigint;
  readonly loops: bigint;
}

const moves = new WeakMap<Glob, Map<string, Moves>>();

/** What a symbol does to each state of a glob. */
export function movesOf(glob: Glob, symbol: string): Moves {
  let known = moves.get(glob);
  if (!known) moves.set(glob, (known = new Map<string, Moves>()));
  const found = known.get(symbol);
  if (found) return found;
  const bits = (classes: readonly (CharacterClass | undefined)[]): bigint => {
    let text = '';
    for (const taken of classes) text = (taken?.takes(symbol) ? '1' : '0') + text;
    return text === '' ? 0n : BigInt(`0b${text}`);
  };
  const made = { steps: bits(glob.steps), loops: bits(glob.loops) };
  known.set(symbol, made);
  return made;
}

/** False is certain: no text starts as both must start. */
export function prefixesAgree(left: Glob, right: Glob): boolean {
  return left.prefix.length < right.prefix.length
    ? right.prefix.startsWith(left.prefix)
    : left.prefix.startsWith(right.prefix);
}
