import { conditionsOn } from '../conditionsOn';
import { compilePattern, parseVariable } from '../pattern';
import type { AnyPolicyDocument } from '../parse';
import type { Question } from './question';
import { formOfKey } from './keyForms';
import { combinations, type VariableChoice, type VariableChoices } from './variables';

/** The combinations of values that the search tries for the policy variables of the documents. */
export interface Worlds {
  /** The condition keys whose values the documents use as variables. */
  readonly keys: readonly string[];
  /** To find witnesses: plausible values, or none. */
  readonly witnesses: readonly VariableChoices[];
  /** To prove that there are none: any value at all, or none. */
  readonly proofs: readonly VariableChoices[] | 'tooMany';
}

const mostWitnesses = 16;
const mostKeysInProofs = 5;

export function choicesFor({ claims, parts }: Question): Worlds {
  const documents = claims.flatMap(({ policies }) => [
    ...policies.documents,
    ...(policies.boundaries ?? []),
  ]);
  const keys = variableKeys(documents).filter((key) => !parts?.isAbsent?.(key));
  if (keys.length === 0) return { keys, witnesses: [new Map()], proofs: [new Map()] };
  const toMap = (choices: readonly VariableChoice[]): VariableChoices =>
    new Map(choices.map((choice, i) => [keys[i] ?? '', choice]));
  const given = [...documents.flatMap(conditionsOf), ...(parts?.conditions ?? [])];
  const values = keys.map((key) => valuesFor(key, given));
  const isProvable = keys.length <= mostKeysInProofs;
  return {
    keys,
    witnesses: combinations(values, mostWitnesses).map(toMap),
    proofs: isProvable
      ? combinations(
          keys.map(() => [{ state: 'symbolic' }, { state: 'absent' }] as const),
          2 ** mostKeysInProofs,
        ).map(toMap)
      : 'tooMany',
  };
}

/** Candidate values for one variable, in the order in which they are tried. */
function valuesFor(
  key: string,
  conditions: readonly { readonly key: string; readonly values: readonly string[] }[],
): readonly VariableChoice[] {
  const wanted = conditionsOn(conditions, key)
    .flatMap(({ values }) => values)
    .filter((value) => value !== '' && !/[*?${]/.test(value));
  const [first, second] = formOfKey(key, false).examples;
  const usual = key.endsWith('username') ? ['ann', 'ben'] : [first, second];
  const values = new Set([
    ...wanted.slice(0, 1),
    ...usual.flatMap((value) => value ?? []),
    ...wanted.slice(1, 3),
  ]);
  const [favourite, ...others] = [...values].map((value) => ({ state: 'value', value }) as const);
  return [...(favourite ? [favourite] : []), { state: 'absent' }, ...others];
}

function conditionsOf({ statements }: AnyPolicyDocument) {
  return statements.flatMap(({ conditions }) =>
    conditions.map(({ key, values }) => ({ key, values: values.map(({ value }) => value) })),
  );
}

/** In lower case, each once. */
function variableKeys(documents: readonly AnyPolicyDocument[]): readonly string[] {
  return [...new Set(documents.flatMap(keysOf))];
}

const known = new WeakMap<AnyPolicyDocument, readonly string[]>();

function keysOf(document: AnyPolicyDocument): readonly string[] {
  const found = known.get(document);
  if (found) return found;
  const keys = new Set<string>();
  if (document.version?.value === '2012-10-17') {
    for (const { resource, conditions } of document.statements) {
      for (const list of [resource?.entries ?? [], ...conditions.map(({ values }) => values)]) {
        for (const { value } of list) {
          if (!value.includes('${')) continue;
          for (const token of compilePattern(value, { wildcards: true, variables: true })) {
            if (typeof token === 'object' && 'variable' in token) {
              keys.add(parseVariable(token.variable).key.toLowerCase());
            }
          }
        }
      }
    }
  }
  known.set(document, [...keys]);
  return [...keys];
}
