import type { KeyValue } from '../context';
import type { Truth } from '../truth';
import type { Budget } from './budget';
import { findText, type TextQuestion } from './findText';
import { anyMember, type Form } from './forms';
import { formOfKey, isSingleValued } from './keyForms';
import { hasUnknownValue, type KeyTest } from './keyTest';
import { samplesOf } from './samples';
import type { TextPredicate, TextSet } from './textSet';

/** A condition that must hold, or must not. */
export interface WantedTest {
  readonly test: KeyTest;
  readonly wanted: boolean;
}

/**
 * How to treat what is not known. `witness`: it must not matter, so that what is found is certain.
 * `proof`: it may be whatever helps, so that finding nothing proves that there is nothing.
 */
export type Mode = 'witness' | 'proof';

export interface KeyQuestion {
  readonly key: string;
  readonly tests: readonly WantedTest[];
  readonly mode: Mode;
  /** Which states of the key are asked for; all if left out. */
  readonly states?: readonly ('absent' | 'single' | 'list')[];
}

const absent: KeyValue = { state: 'absent' };
const single = (value: string): KeyValue => ({
  state: 'present',
  values: [value],
  multivalued: false,
});
const list = (values: readonly string[]): KeyValue => ({
  state: 'present',
  values,
  multivalued: true,
});

/** A value that cannot be ruled out, although no example of it can be given. */
const unknown: KeyValue = { state: 'unknown' };

export function fits(truth: Truth, wanted: boolean, mode: Mode): boolean {
  return truth === wanted || (mode === 'proof' && truth === 'unknown');
}

/** A state of the key (absent, one value or a list) for which every condition is as wanted. */
export function findKeyValue(question: KeyQuestion, budget: Budget): KeyValue | undefined {
  const { tests, mode, key, states = ['absent', 'single', 'list'] } = question;
  const holds = (value: KeyValue) => {
    budget.spend(tests.length);
    return tests.every(({ test, wanted }) => fits(test.holds(value), wanted, mode));
  };
  if (states.includes('absent') && holds(absent)) return absent;
  if (states.includes('single')) {
    const value = findSingle(question, holds, budget);
    if (value) return value;
  }
  const mayBeList =
    tests.some(({ test }) => test.name?.setOperator) && isSingleValued(key) !== true;
  if (states.includes('list') && mayBeList) {
    if (holds(list([]))) return list([]);
    return findList(question, holds, budget);
  }
  return undefined;
}

function findSingle(
  { key, tests, mode }: KeyQuestion,
  holds: (value: KeyValue) => boolean,
  budget: Budget,
): KeyValue | undefined {
  const compared = tests.filter(({ test }) => test.name && test.name.base !== 'Null');
  const kind = kindOf(key, compared);
  if (kind.family !== 'text') {
    for (const sample of kind.samples) {
      if (holds(single(sample))) return single(sample);
    }
    return kind.isComplete || mode === 'witness' ? undefined : unknown;
  }
  const others = tests.filter(({ test }) => !test.name || test.name.base === 'Null');
  const isPossible = others.every(({ test, wanted }) =>
    fits(test.holds(single('x')), wanted, mode),
  );
  if (isPossible) {
    const text = findMember(compared, kind.form, mode, budget);
    if (text !== undefined && (mode === 'proof' || holds(single(text)))) return single(text);
  }
  return kind.form === anyMember && holds(single('')) ? single('') : undefined;
}

/** A text for which every comparison is as wanted. */
function findMember(
  tests: readonly WantedTest[],
  form: Form,
  mode: Mode,
  budget: Budget,
): string | undefined {
  return findText(textsWanted(tests, form, mode), budget);
}

function textsWanted(tests: readonly WantedTest[], form: Form, mode: Mode): TextQuestion {
  return textQuestion(tests.map(wantedPredicate), form, mode);
}

/** The pattern of a comparison, and whether a text must match it. */
export function wantedPredicate({ test, wanted }: WantedTest): WantedPredicate {
  const base = test.name?.base;
  const isNegated = base !== undefined && base !== 'Null' && base.negated;
  return { predicate: test.matching, inside: wanted !== isNegated };
}

export interface WantedPredicate {
  readonly predicate: TextPredicate | undefined;
  readonly inside: boolean;
}

/**
 * The search for a text that fulfils the predicates. For a witness, texts must surely be inside and surely
 * not outside; for a proof, it is enough that they may be, and one set of `within` becomes the `exactSet`.
 */
export function textQuestion(
  wanted: readonly WantedPredicate[],
  form: Form,
  mode: Mode,
): TextQuestion {
  const within: TextSet[] = [form.set];
  const outside: TextSet[] = [];
  const guesses: string[] = [];
  let exactSet: number | undefined;
  for (const { predicate, inside } of wanted) {
    if (!predicate) continue;
    if (inside && mode === 'proof' && predicate.isSymbolic && exactSet === undefined) {
      exactSet = within.length;
      within.push(predicate.sure);
    } else if (inside) within.push(mode === 'proof' ? predicate.possible : predicate.sure);
    else outside.push(mode === 'proof' ? predicate.sure : predicate.possible);
    if (inside) guesses.push(...guessesOf(predicate.sure));
  }
  return {
    within,
    outside,
    guesses: mode === 'proof' ? [] : [...guesses, ...form.examples],
    ...(exactSet !== undefined && { exactSet }),
  };
}

/** A few texts that the patterns of a set take, with plausible words in place of wildcards. */
function guessesOf(set: TextSet): readonly string[] {
  const known = guesses.get(set);
  if (known) return known;
  const made = makeGuesses(set);
  guesses.set(set, made);
  return made;
}

const guesses = new WeakMap<TextSet, readonly string[]>();

function makeGuesses({ globs }: TextSet): readonly string[] {
  return globs.slice(0, 12).flatMap(({ source, literal }) => {
    if (literal !== undefined) return [literal];
    const parts = source.split(':');
    const isArn = parts.length >= 6 && parts[0] === 'arn';
    if (!isArn) return ['example', 'a', ''].map((word) => fillIn(source, word));
    const fixed = parts.map((part, i) =>
      /^(?:\*+|\?{12})$/.test(part) ? (usualParts[i] ?? part) : part,
    );
    return ['example', '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17'].map((word) =>
      fillIn(fixed.join(':'), word),
    );
  });
}

const usualParts = ['arn', 'aws', 'sqs', 'us-east-1', '111122223333'];

const fillIn = (pattern: string, word: string): string =>
  pattern.replaceAll(/\*+/g, word).replaceAll('?', 'x');

type KindOfKey =
  | { readonly family: 'text'; readonly form: Form }
  | { readonly family: 'other'; readonly samples: readonly string[]; readonly isComplete: boolean };

/** How to search for a value: a text by its patterns, any other value among samples. */
function kindOf(key: string, compared: readonly WantedTest[]): KindOfKey {
  const families = new Set(
    compared.flatMap(({ test }) =>
      test.name && test.name.base !== 'Null' ? [test.name.base.family] : [],
    ),
  );
  const comparesArns = families.has('arn');
  const form = formOfKey(key, comparesArns);
  if ([...families].every((family) => family === 'string' || family === 'arn')) {
    return { family: 'text', form };
  }
  const constants = compared.flatMap(({ test }) => test.values);
  const samples = [...families].flatMap((family) => samplesOf(family, constants));
  const isMixed = families.size > 1 && !families.has('boolean');
  const isComplete = !isMixed && !compared.some(({ test }) => hasUnknownValue(test));
  return { family: 'other', samples: [...new Set(samples)], isComplete };
}

/** A list of values: some conditions hold for every member, some need one member. */
function findList(
  { key, tests, mode }: KeyQuestion,
  holds: (value: KeyValue) => boolean,
  budget: Budget,
): KeyValue | undefined {
  const inSet = tests.filter(({ test }) => test.name?.setOperator && test.name.base !== 'Null');
  const others = tests.filter((one) => !inSet.includes(one));
  if (!others.every(({ test, wanted }) => fits(test.holds(list(['x'])), wanted, mode)))
    return undefined;
  // ForAllValues that must hold, and ForAnyValue that must not, constrain every member.
  const isEvery = ({ test, wanted }: WantedTest) =>
    (test.name?.setOperator === 'ForAllValues') === wanted;
  const every = inSet.filter(isEvery);
  const some = inSet.filter((one) => !isEvery(one));
  const kind = kindOf(key, inSet);
  const memberWith = (extra: readonly WantedTest[]): string | undefined => {
    const wanted = [...every, ...extra];
    if (kind.family === 'text') return findMember(wanted, kind.form, mode, budget);
    const sample = kind.samples.find((value) =>
      wanted.every((one) => fits(one.test.takes(value), one.wanted, mode)),
    );
    return sample ?? (kind.isComplete || mode === 'witness' ? undefined : '?');
  };
  const members: string[] = [];
  for (const one of some.length > 0 ? some.map((test) => [test]) : [[]]) {
    const member = memberWith(one);
    if (member === undefined) return findWithEmptyMember(every, some, mode, memberWith, holds);
    members.push(member);
  }
  const value = list([...new Set(members)]);
  return mode === 'proof' || holds(value) ? value : undefined;
}

/** As `findList`, with an empty text among the members: IAM takes a list of nothing else for no value. */
function findWithEmptyMember(
  every: readonly WantedTest[],
  some: readonly WantedTest[],
  mode: Mode,
  memberWith: (extra: readonly WantedTest[]) => string | undefined,
  holds: (value: KeyValue) => boolean,
): KeyValue | undefined {
  const suits = ({ test, wanted }: WantedTest) => fits(test.takes(''), wanted, mode);
  if (!every.every(suits)) return undefined;
  const other = memberWith([]);
  if (other === undefined) return undefined;
  const members = ['', other];
  for (const one of some) {
    if (suits(one)) continue;
    const member = memberWith([one]);
    if (member === undefined) return undefined;
    members.push(member);
  }
  const value = list([...new Set(members)]);
  return mode === 'proof' || holds(value) ? value : undefined;
}
