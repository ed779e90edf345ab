import { conditionHolds, type ConditionTest } from '../conditions';
import type { ConditionOperator } from '../conditions/operator';
import { parseOperatorName, type OperatorName } from '../conditions/operators';
import type { KeyValue, ReadKey } from '../context';
import { anyOf, not, type Truth } from '../truth';
import { isUnknownValue } from '../unknownValue';
import { arnPredicate, stringPredicate } from './texts';
import type { TextPredicate } from './textSet';
import { lookUpIn, type VariableChoices } from './variables';

/** A condition of a statement, compiled so that it can be tested with values of its key. */
export interface KeyTest {
  /** Lower case. */
  readonly key: string;
  /** Equal for conditions that mean the same. */
  readonly id: string;
  /** Undefined for an operator that IAM does not know. */
  readonly name: OperatorName | undefined;
  readonly values: readonly string[];
  /** What one value matches before `negated` is applied; for operators that compare texts. */
  readonly matching: TextPredicate | undefined;
  /** The whole condition, given the value of its key. */
  readonly holds: (value: KeyValue) => Truth;
  /** One value alone, `negated` applied. */
  readonly takes: (value: string) => Truth;
}

export function keyTest(
  { operator, key, values }: ConditionTest,
  variables: boolean,
  choices: VariableChoices,
): KeyTest {
  const name = parseOperatorName(operator);
  const base = name && name.base !== 'Null' ? name.base : undefined;
  const lower = key.toLowerCase();
  const lookUp = variables ? lookUpIn(choices) : undefined;
  const readOther: ReadKey = (other) => {
    const choice = choices.get(other.toLowerCase());
    if (!choice || choice.state === 'absent') return { state: 'absent' };
    if (choice.state === 'symbolic') return { state: 'unknown' };
    return { state: 'present', values: [choice.value], multivalued: false };
  };
  const reader = { variables, choices };
  return {
    key: lower,
    id: JSON.stringify([
      operatorId(operator, name),
      lower,
      [...new Set(values)].toSorted(),
      variables && values.some((value) => value.includes('${')),
    ]),
    name,
    values,
    matching: base && matchingOf(base, values, reader),
    holds: (value) =>
      conditionHolds(
        { operator, key, values },
        (asked) => (asked.toLowerCase() === lower ? value : readOther(asked)),
        variables,
        lookUp,
      ).truth,
    takes: (value) => {
      if (!base) return 'unknown';
      const matches = anyOf(values.map((wanted) => base.matches(wanted, value, lookUp)));
      return base.negated ? not(matches) : matches;
    },
  };
}

/** `ArnEquals` is `ArnLike` by another name. */
function operatorId(operator: string, name: OperatorName | undefined): string {
  if (!name) return operator;
  const base =
    name.base === 'Null' ? 'Null' : name.base.name.replace(/^Arn(Not)?Equals$/, 'Arn$1Like');
  return `${name.setOperator ?? ''}:${base}:${name.ifExists}`;
}

function matchingOf(
  base: ConditionOperator,
  values: readonly string[],
  reader: { readonly variables: boolean; readonly choices: VariableChoices },
): TextPredicate | undefined {
  if (base.family === 'arn') return arnPredicate(values, reader);
  if (base.family !== 'string') return undefined;
  const ignoreCase = base.name.endsWith('IgnoreCase');
  return stringPredicate(values, { wildcards: base.wildcards, ignoreCase }, reader);
}

/** Whether a value of the condition is filled in later, so that it is not known what the key is compared with. */
export const hasUnknownValue = ({ values }: KeyTest): boolean => values.some(isUnknownValue);
