import type { KeyValue } from '../context';
import type { Atom, Literal } from './atoms';
import type { Budget } from './budget';
import { findText } from './findText';
import {
  accountArnForm,
  accountKeyForm,
  accountlessArnForm,
  actionForm,
  identityForm,
  resourceForm,
  accountlessResourceForm,
  withAccountIn,
  type Form,
} from './forms';
import {
  findKeyValue,
  fits,
  textQuestion,
  wantedPredicate,
  type Mode,
  type WantedPredicate,
  type WantedTest,
} from './keyValues';
import type { RequestParts } from './request';
import { valuesOfRequester } from './requesterKeys';
import type { TextPredicate } from './textSet';

/** The parts of a request that fulfil one group of literals. */
export interface PartialRequest {
  /** By `about`: action, principal, resources. */
  readonly texts: Readonly<Record<string, string>>;
  /** By key, in lower case. */
  readonly keys: Readonly<Record<string, KeyValue>>;
}

/** Keys whose value is the account in an ARN of the same request, each with the group of that ARN. */
const accountKeys: ReadonlyMap<string, string> = new Map([
  ['aws:sourceaccount', 'source'],
  ['aws:principalaccount', 'principal'],
  ['aws:resourceaccount', 'resource 0'],
]);
const arnKeys: ReadonlyMap<string, string> = new Map([
  ['aws:sourcearn', 'source'],
  ['aws:principalarn', 'principal'],
]);

/** The group of an atom: literals of different groups can be decided independently. */
export function groupOf(atom: Atom): string {
  const known = groups.get(atom);
  if (known !== undefined) return known;
  const group = findGroup(atom);
  groups.set(atom, group);
  return group;
}

const groups = new WeakMap<Atom, string>();

function findGroup(atom: Atom): string {
  if (atom.kind === 'text') return atom.about;
  if (atom.kind === 'open') return atom.id;
  const { key } = atom.test;
  return accountKeys.get(key) ?? arnKeys.get(key) ?? `key ${key}`;
}

export interface TheorySetting {
  readonly mode: Mode;
  readonly requester: RequestParts['requester'];
  readonly budget: Budget;
  /** Well-known actions in lower case, for readable examples. */
  readonly knownActions: readonly string[];
  /** Plausible resources of an action, for readable examples. */
  readonly resourcesOf: (action: string) => readonly string[];
  readonly usualResources?: readonly string[];
}

/** Parts of a request that fulfil all literals of one group; undefined if there are none. */
export function solveGroup(
  group: string,
  literals: readonly Literal[],
  setting: TheorySetting,
): PartialRequest | undefined {
  const { mode, requester, budget } = setting;
  const texts: WantedPredicate[] = [];
  const tests: WantedTest[] = [];
  for (const { atom, wanted } of literals) {
    if (atom.kind === 'text') texts.push({ predicate: atom.predicate, inside: wanted });
    else if (atom.kind === 'key') tests.push({ test: atom.test, wanted });
    else if (mode === 'witness') return undefined;
  }
  const ofAccount = tests.filter(({ test }) => accountKeys.has(test.key));
  const ofArn = tests.filter(({ test }) => !accountKeys.has(test.key));
  const find = (form: Form, wanted: readonly WantedPredicate[]) => {
    const question = textQuestion(wanted, form, mode);
    const known =
      mode === 'proof'
        ? []
        : form === actionForm
          ? setting.knownActions
          : (setting.usualResources ?? []);
    return findText({ ...question, guesses: [...known, ...question.guesses] }, budget);
  };
  if (group === 'action') {
    const action = find(actionForm, texts);
    return action === undefined ? undefined : { texts: { action }, keys: {} };
  }
  if (group === 'principal' && requester && requester.kind !== 'fixed') {
    return identityOf(identityForm(requester.kind), texts, ofArn, ofAccount, setting);
  }
  if (group.startsWith('resource')) {
    return resourceIn(group, texts, ofAccount, setting, find);
  }
  const [first] = tests;
  if (!first) return { texts: {}, keys: {} };
  const settled = settledByRequester(tests, setting);
  if (settled !== 'open') return settled;
  if (ofArn.length > 0 && ofAccount.length > 0) return arnAndAccount(ofArn, ofAccount, setting);
  const { key } = first.test;
  const value = findKeyValue({ key, tests, mode }, budget);
  return value && { texts: {}, keys: { [key]: value } };
}

/** The values of keys that the requester settles, all of them; `open` if it leaves one of them open. */
function settledByRequester(
  tests: readonly WantedTest[],
  { mode, requester, budget }: TheorySetting,
): PartialRequest | undefined | 'open' {
  if (!requester) return 'open';
  const keys = new Map<string, KeyValue>();
  for (const key of new Set(tests.map(({ test }) => test.key))) {
    const values = valuesOfRequester(key, requester);
    if (!values) return 'open';
    const own = tests.filter(({ test }) => test.key === key);
    budget.spend(own.length * values.length);
    const found = values
      .map(present)
      .find((value) => own.every(({ test, wanted }) => fits(test.holds(value), wanted, mode)));
    if (!found) return undefined;
    keys.set(key, found);
  }
  return { texts: {}, keys: Object.fromEntries(keys) };
}

const present = (value: string): KeyValue => ({
  state: 'present',
  values: [value],
  multivalued: false,
});

const mapped = (predicate: TextPredicate): TextPredicate => {
  const sure = withAccountIn(predicate.sure);
  const isExact = predicate.sure === predicate.possible;
  return { ...predicate, sure, possible: isExact ? sure : withAccountIn(predicate.possible) };
};

const comparesText = ({ test }: WantedTest): boolean => test.matching !== undefined;

/** Whether the conditions that compare no texts are as wanted for a key that is present. */
function othersFit(tests: readonly WantedTest[], mode: Mode): boolean {
  return tests.every(
    (one) => comparesText(one) || fits(one.test.holds(present('x')), one.wanted, mode),
  );
}

/** Conditions on an ARN and on the account in it, as patterns for the ARN alone. */
function arnPredicates(
  ofArn: readonly WantedTest[],
  ofAccount: readonly WantedTest[],
): readonly WantedPredicate[] {
  return [
    ...ofArn.filter(comparesText).map(wantedPredicate),
    ...ofAccount.filter(comparesText).map((one) => {
      const { predicate, inside } = wantedPredicate(one);
      return { predicate: predicate && mapped(predicate), inside };
    }),
  ];
}

const accountIn = (arn: string): string => arn.split(':')[4] ?? '';

/** An ARN that fulfils conditions on itself and on the account in it. */
function arnWithAccount(
  form: Form,
  texts: readonly WantedPredicate[],
  ofArn: readonly WantedTest[],
  ofAccount: readonly WantedTest[],
  { mode, budget, usualResources }: TheorySetting,
): string | undefined {
  if (!othersFit([...ofArn, ...ofAccount], mode)) return undefined;
  const wanted = [...texts, ...arnPredicates(ofArn, ofAccount)];
  const question = textQuestion(wanted, form, mode);
  const usual = mode === 'proof' ? [] : (usualResources ?? []);
  const arn = findText({ ...question, guesses: [...usual, ...question.guesses] }, budget);
  if (arn === undefined || mode === 'proof') return arn;
  const holds =
    ofArn.every(({ test, wanted: truth }) => test.holds(present(arn)) === truth) &&
    ofAccount.every(({ test, wanted: truth }) => test.holds(present(accountIn(arn))) === truth);
  return holds ? arn : undefined;
}

function identityOf(
  form: Form,
  texts: readonly WantedPredicate[],
  ofArn: readonly WantedTest[],
  ofAccount: readonly WantedTest[],
  setting: TheorySetting,
): PartialRequest | undefined {
  const accounts = texts.flatMap(({ predicate, inside }) =>
    inside ? (predicate?.sure.globs ?? []).map(({ source }) => source) : [],
  );
  const usualResources = accounts
    .filter((source) => /^\d{12}$/.test(source))
    .flatMap((account) => form.examples.map((arn) => arn.replace(/\d{12}/, account)));
  const principal = arnWithAccount(form, texts, ofArn, ofAccount, { ...setting, usualResources });
  if (principal === undefined) return undefined;
  return {
    texts: { principal },
    keys: {
      ...(ofArn.length > 0 && { 'aws:principalarn': present(principal) }),
      ...(ofAccount.length > 0 && { 'aws:principalaccount': present(accountIn(principal)) }),
    },
  };
}

function resourceIn(
  group: string,
  texts: readonly WantedPredicate[],
  ofAccount: readonly WantedTest[],
  setting: TheorySetting,
  find: (form: Form, wanted: readonly WantedPredicate[]) => string | undefined,
): PartialRequest | undefined {
  const key = 'aws:resourceaccount';
  if (ofAccount.length === 0) {
    const resource = find(resourceForm, texts);
    return resource === undefined ? undefined : { texts: { [group]: resource }, keys: {} };
  }
  const { mode, budget } = setting;
  const tied = arnWithAccount(accountArnForm, texts, [], ofAccount, setting);
  if (tied !== undefined) {
    return { texts: { [group]: tied }, keys: { [key]: present(accountIn(tied)) } };
  }
  const ways = [
    { form: accountlessResourceForm, states: ['single'] },
    { form: resourceForm, states: ['absent'] },
  ] as const;
  for (const { form, states } of ways) {
    const value = findKeyValue({ key, tests: ofAccount, mode, states }, budget);
    const resource = value && find(form, texts);
    if (value && resource !== undefined) {
      return { texts: { [group]: resource }, keys: { [key]: value } };
    }
  }
  return undefined;
}

/** The ARN must name an account. */
const accountOnly: readonly WantedPredicate[] = [
  {
    predicate: { sure: accountArnForm.set, possible: accountArnForm.set },
    inside: true,
  },
];

/** Values for conditions on the ARN and on the account of a source; a request may carry both keys, one or none. */
function arnAndAccount(
  ofArn: readonly WantedTest[],
  ofAccount: readonly WantedTest[],
  setting: TheorySetting,
): PartialRequest | undefined {
  const { mode, budget } = setting;
  const arnKey = ofArn[0]?.test.key ?? '';
  const accountKey = ofAccount[0]?.test.key ?? '';
  const tied = arnWithAccount(accountKeyForm, accountOnly, ofArn, ofAccount, setting);
  if (tied !== undefined) {
    const keys = { [arnKey]: present(tied), [accountKey]: present(accountIn(tied)) };
    return { texts: {}, keys };
  }
  const account = (states: readonly ('absent' | 'single')[]) =>
    findKeyValue({ key: accountKey, tests: ofAccount, mode, states }, budget);
  const arn = (states: readonly ('absent' | 'single')[]) =>
    findKeyValue({ key: arnKey, tests: ofArn, mode, states }, budget);
  // An ARN without an account, such as that of an S3 bucket: then the account is free.
  const bucket = arnWithAccount(accountlessArnForm, [], ofArn, [], setting);
  const ways = [
    () => [bucket === undefined ? undefined : present(bucket), account(['single'])],
    () => [arn(['absent']), account(['absent', 'single'])],
    () => [arn(['single']), account(['absent'])],
  ];
  for (const way of ways) {
    const [ofSource, ofOwner] = way();
    if (ofSource && ofOwner) {
      return { texts: {}, keys: { [arnKey]: ofSource, [accountKey]: ofOwner } };
    }
  }
  return undefined;
}
